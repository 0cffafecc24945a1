/**
 * Finds the essay of each note in a file, and the place of its words there, before anything is stored.
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Essay } from "../essay/essay.ts";
import type { ReadMark } from "../formats/notes/noted.ts";
import { UnreadableError } from "../library/errors.ts";
import type { Library } from "../library/library.ts";
import { anchorOf } from "../marks/anchor.ts";
import type { Anchor, MarkedEssay } from "../marks/mark.ts";
import { placeOnLine } from "../marks/on-line.ts";
import { placeOfAnchor } from "../marks/place.ts";
import type { LinkIndex } from "../links/link-target.ts";
import { keyOf } from "../memory/key.ts";
import { addressOf } from "../page/passage.ts";
import { memoized } from "../text/memoized.ts";

export interface ImportedNote {
  readonly read: ReadMark;
  /** The id from the file, or a new one. */
  readonly id: string;
  readonly essay: MarkedEssay;
  readonly anchor: Anchor;
  /**
   * Its state: in an essay, in an essay without its words, in one that can't be read now, or in no essay of the
   * library.
   */
  readonly where: "there" | "orphan" | "unread" | "elsewhere";
}

/** Finds the essays of notes and their places in them. `report` is called once for each essay that can't be read. */
export async function importedNotes(
  marks: readonly ReadMark[],
  library: Library,
  report: (message: string) => void,
): Promise<ImportedNote[]> {
  const essayOf = finderOf(await library.all(), library.targets);
  const open = opener(library, report);
  return marks.map((mark) => {
    const read = unified(mark);
    const essay = essayOf(read);
    const opened = essay && open(essay);
    const { anchor, isOrphan } = anchored(read, opened);
    const where = !essay ? "elsewhere" : !opened ? "unread" : isOrphan ? "orphan" : "there";
    return { read, id: read.id ?? randomUUID(), essay: markedEssay(read, essay), anchor, where };
  });
}

/** Returns a function that opens each essay once; its result is undefined if the essay can't be read. */
function opener(
  library: Library,
  report: (message: string) => void,
): (essay: Essay) => OpenEssay | undefined {
  return memoized((essay) => opened(essay, library, report));
}

function opened(essay: Essay, library: Library, report: (message: string) => void): OpenEssay | undefined {
  try {
    return library.open(essay);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    report(error.message);
    return undefined;
  }
}

/**
 * Returns a function that finds the essay of a note: by its file, path, slug, title, file name or address; undefined if none or several
 * match.
 */
function finderOf(essays: readonly Essay[], { resolve }: LinkIndex): (read: ReadMark) => Essay | undefined {
  const by = (nameOf: (essay: Essay) => string): ((name: string | undefined) => Essay | undefined) => {
    const named = Map.groupBy(essays, nameOf);
    return (name) => {
      const [found, ...others] = (name !== undefined && named.get(name)) || [];
      return others.length > 0 ? undefined : found;
    };
  };
  const byFile = by(keyOf);
  const byPath = by(({ path }) => path);
  const bySlug = by(({ slug }) => slug);
  const byTitle = by(({ title }) => title);
  const byFileName = by(({ path }) => basename(path));
  const byOwnAddress = by((essay) => withoutSlash(addressOf(essay)));
  const byAddress = (address: string | undefined): Essay | undefined => {
    if (address === undefined) return undefined;
    const target = resolve(address, "");
    return byOwnAddress(withoutSlash(address)) ?? (target.kind === "essay" ? target.essay : undefined);
  };
  return ({ essay: { file, path, slug, title, address } }) =>
    byFile(file) ??
    byPath(path) ??
    bySlug(slug) ??
    byTitle(title) ??
    byFileName(path === undefined ? undefined : basename(path)) ??
    byAddress(address);
}

function withoutSlash(address: string): string {
  return address.endsWith("/") ? address.slice(0, -1) : address;
}

function markedEssay({ essay: read }: ReadMark, essay: Essay | undefined): MarkedEssay {
  if (essay) return { file: keyOf(essay), slug: essay.slug, title: essay.title };
  const file = read.file ?? read.path ?? read.slug ?? read.title ?? read.address ?? "unknown";
  const title = read.title ?? read.slug ?? basename(file);
  // An existing file belongs to another essay, which must not get this note.
  const name = existsSync(file) ? `${file}#` : file;
  return { file: name, slug: read.slug ?? basename(file), title };
}

/** A mark whose lines end in line feeds, and without an empty note. */
function unified(read: ReadMark): ReadMark {
  const { before, after, words } = read.anchor;
  const note = read.note === undefined ? "" : withLineFeeds(read.note);
  return {
    ...read,
    note: note.trim() === "" ? undefined : note,
    anchor: {
      ...read.anchor,
      words: withLineFeeds(words),
      ...(before !== undefined && { before: withLineFeeds(before) }),
      ...(after !== undefined && { after: withLineFeeds(after) }),
    },
  };
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** The anchor, completed if the file does not contain all of it. */
function anchored({ anchor }: ReadMark, open: OpenEssay | undefined): { anchor: Anchor; isOrphan: boolean } {
  const whole: Anchor = {
    before: "",
    after: "",
    start: { block: -1, offset: 0 },
    end: { block: -1, offset: 0 },
    lines: [1, 1],
    hash: "",
    ...anchor,
  };
  const isBare = anchor.before === undefined && anchor.after === undefined;
  const onLine = open && isBare && anchor.lines ? placeOnLine(anchor.words, anchor.lines, open) : undefined;
  const placed = open && (placeOfAnchor(whole, open) ?? onLine);
  if (!placed) return { anchor: whole, isOrphan: open !== undefined };
  const isWhole = anchor.hash !== undefined && anchor.start !== undefined;
  return {
    anchor: isWhole || !placed.isExact ? whole : (anchorOf(open, placed.range) ?? whole),
    isOrphan: false,
  };
}
