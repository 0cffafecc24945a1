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
import { keyOf } from "../memory/key.ts";
import { memoized } from "../text/memoized.ts";
import { essaysOf } from "./essays-of-notes.ts";

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
  const reads = marks.map(unified);
  const open = opener(library, report);
  const isThere = (read: ReadMark, essay: Essay): boolean => {
    const opened = open(essay);
    return opened !== undefined && !anchored(read, opened).isOrphan;
  };
  const essayOf = essaysOf(reads, await library.all(), library.targets, isThere);
  return reads.map((read) => {
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
