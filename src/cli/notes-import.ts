/**
 * `ibid notes import`: notes from a file, each given to its essay and anchored in its text.
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { UsageError } from "../app/arguments.ts";
import type { Session } from "../app/session.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import { decodeText } from "../essay/decode.ts";
import type { Essay } from "../essay/essay.ts";
import { NotesFileError, type ReadMark } from "../formats/notes/noted.ts";
import { readNotes } from "../formats/notes/read.ts";
import type { Library } from "../library/library.ts";
import { anchorOf } from "../marks/anchor.ts";
import type { Anchor, Mark, MarkedEssay } from "../marks/mark.ts";
import { placeOnLine } from "../marks/on-line.ts";
import { placeOf } from "../marks/place.ts";
import { keyOf } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import { readSmallFile } from "../system/read-small-file.ts";
import { BOUNDS } from "../text/bounds.ts";
import { label } from "../text/visible.ts";
import { truncate } from "../text/width.ts";
import { isKept, memoryOf } from "./noted.ts";
import { counted } from "../text/counted.ts";

/** The message for a file that exceeds the limit. */
export const TOO_LARGE = `has more than ${BOUNDS.imported.most.toLocaleString("en")} bytes; nothing was imported`;

/** The largest number of notes without words that are listed, and the columns of each. */
const LISTED = 20;
const COLUMNS = 120;

/**
 * Exit code 0 if notes were imported; 2 if the file contains no notes, none of them can be imported, or nothing can be
 * stored.
 */
export async function importNotes(session: Session, operands: readonly string[]): Promise<number> {
  const [file, ...rest] = operands;
  if (file === undefined || rest.length > 0)
    throw new UsageError("notes import needs one file: ibid notes import FILE, or - for standard input");
  const text = await textOf(file, session);
  if (text === undefined) return 2;
  try {
    const { marks, wordless } = readNotes(text);
    const library = await (await session.library()).ready();
    const memory = memoryOf(session);
    const tally = isKept(memory, session) && new Import(library, memory, Date.now()).take(marks);
    const isDone = tally && isKept(memory, session);
    memory.close();
    if (!isDone) return 2;
    for (const one of wordless.slice(0, LISTED))
      session.say(`left out, because it quotes no words of an essay: ${truncate(label(one), COLUMNS)}`);
    session.say(tallyWords({ ...tally, wordless: wordless.length }));
    return marks.length === 0 && wordless.length > 0 ? 2 : 0;
  } catch (error) {
    if (!(error instanceof NotesFileError)) throw error;
    session.say(`${file === "-" ? "standard input" : file}: ${error.message}`);
    return 2;
  }
}

/** The text of a file or of standard input; undefined if it can't be used, which is reported. */
async function textOf(file: string, session: Session): Promise<string | undefined> {
  const { most } = BOUNDS.imported;
  if (file === "-") {
    const bytes = await session.io.readInput();
    if (bytes.length <= most) return decodeText(bytes).text;
    session.say(`standard input: ${TOO_LARGE}`);
    return undefined;
  }
  const path = resolve(session.options.cwd, file);
  const read = readSmallFile(path, most);
  if (read && "text" in read) return read.text;
  const unread = existsSync(path) ? "can't be read" : "no such file";
  session.say(`${file}: ${read ? `${read.reason}; nothing was imported` : unread}`);
  return undefined;
}

interface Tally {
  /** Notes that were new or different. */
  taken: number;
  known: number;
  /** Notes that the user had deleted. */
  restored: number;
  /** Notes whose words are not in their essay. */
  orphans: number;
  /** Notes of essays that are not in the library. */
  elsewhere: number;
}

function tallyWords(tally: Tally & { readonly wordless: number }): string {
  const { taken, known, restored, orphans, elsewhere, wordless } = tally;
  const count = (number: number, what: string): string[] => (number === 0 ? [] : [`${number} ${what}`]);
  return [
    `${counted(taken, "note")} taken`,
    ...count(restored, "restored"),
    ...count(known, "known already"),
    ...count(wordless, "without words left out"),
    ...count(orphans, "whose place in their essay is not certain, kept as orphans"),
    ...count(elsewhere, "of essays that are not in this library, kept until they are"),
  ].join(", ");
}

class Import {
  readonly #library: Library;
  readonly #memory: Memory;
  readonly #now: number;
  readonly #opened = new Map<string, OpenEssay>();
  readonly #tally: Tally = { taken: 0, known: 0, restored: 0, orphans: 0, elsewhere: 0 };
  /**
   * The earlier marks of each essay by its file, including removed ones: each by itself, and twins on one passage as
   * one.
   */
  readonly #before: ReadonlyMap<string, readonly Mark[]>;
  /** The ids of the existing marks that notes of this file match. */
  readonly #met = new Set<string>();

  constructor(library: Library, memory: Memory, now: number) {
    this.#library = library;
    this.#memory = memory;
    this.#now = now;
    const before = [...memory.marks.everything(), ...memory.marks.all()];
    this.#before = Map.groupBy(before, ({ essay }) => essay.file);
  }

  take(marks: readonly ReadMark[]): Tally {
    for (const mark of marks) this.#take(unified(mark));
    return this.#tally;
  }

  #take(read: ReadMark): void {
    const essay = this.#essayOf(read);
    const open = essay && this.#open(essay);
    const { anchor, isOrphan } = anchored(read, open);
    const marked = markedEssay(read, essay);
    const { marks } = this.#memory;
    const id = read.id ?? randomUUID();
    const before = marks.stored(id) ?? this.#same(marked.file, read);
    const asOne = before && marks.get(before.id);
    const made = read.made ?? before?.made ?? this.#now;
    const mark: Mark = {
      id: before?.id ?? id,
      essay: marked,
      // The stored anchor of a passage contains more than a file of another format.
      anchor: before?.anchor.words === anchor.words ? before.anchor : anchor,
      note: read.note,
      made: before?.made ?? made,
      changed: read.changed ?? made,
      removed: undefined,
      extra: { ...before?.extra, ...read.extra },
    };
    this.#met.add(mark.id);
    const after = marks.put({ ...mark, removed: before?.removed });
    // A user who imports a file wants its notes, even those deleted later.
    if (after.removed !== undefined) marks.restore(mark.id, this.#now);
    if (!essay) this.#tally.elsewhere++;
    else if (isOrphan) this.#tally.orphans++;
    this.#tally[howTaken([before, asOne], after)]++;
  }

  /** An equal mark, for formats without ids: the one on this line, otherwise one that no note has matched yet. */
  #same(file: string, { anchor, note, id, made }: ReadMark): Mark | undefined {
    if (id !== undefined && !id.startsWith("csv-")) return undefined;
    const same = (this.#before.get(file) ?? [])
      .filter(
        (mark) =>
          mark.anchor.words.trim() === anchor.words.trim() &&
          mark.note === note &&
          (made === undefined || second(mark.made) === second(made)) &&
          !this.#met.has(mark.id),
      )
      .toSorted((a, b) => Number(a.removed !== undefined) - Number(b.removed !== undefined));
    const line = anchor.lines?.[0];
    return same.find((mark) => mark.anchor.lines[0] === line) ?? same[0];
  }

  /** The essay of a note: by its file, its path, its slug or its title; undefined if there is none or more than one. */
  #essayOf({ essay: { file, path, slug, title } }: ReadMark): Essay | undefined {
    const { essays } = this.#library;
    const one = (is: (essay: Essay) => boolean): Essay | undefined => {
      const found = essays.filter(is);
      return found.length === 1 ? found[0] : undefined;
    };
    return (
      (file === undefined ? undefined : one((essay) => keyOf(essay) === file)) ??
      (path === undefined ? undefined : one((essay) => essay.path === path)) ??
      (slug === undefined ? undefined : one((essay) => essay.slug === slug)) ??
      (title === undefined ? undefined : one((essay) => essay.title === title)) ??
      (path === undefined ? undefined : one((essay) => basename(essay.path) === basename(path)))
    );
  }

  #open(essay: Essay): OpenEssay {
    const known = this.#opened.get(essay.path);
    if (known) return known;
    const open = this.#library.open(essay);
    this.#opened.set(essay.path, open);
    return open;
  }
}

function markedEssay({ essay: read }: ReadMark, essay: Essay | undefined): MarkedEssay {
  if (essay) return { file: keyOf(essay), slug: essay.slug, title: essay.title };
  const file = read.file ?? read.path ?? read.slug ?? read.title ?? "unknown";
  const title = read.title ?? read.slug ?? basename(file);
  // An existing file belongs to another essay, which must not get this note.
  const name = existsSync(file) ? `${file}#` : file;
  return { file: name, slug: read.slug ?? basename(file), title };
}

/** How a mark was imported; `before` is the earlier mark, by itself and together with its twins. */
function howTaken(before: readonly (Mark | undefined)[], after: Mark): "taken" | "restored" | "known" {
  if (after.removed !== undefined) return "restored";
  const now = JSON.stringify({ ...after, changed: 0 });
  const isSame = before.some((own) => own && JSON.stringify({ ...own, changed: 0 }) === now);
  return isSame ? "known" : "taken";
}

/** Formats without ids have times in seconds. */
function second(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
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
  const placed = open && (placeOf(whole, open) ?? onLine);
  if (!placed) return { anchor: whole, isOrphan: open !== undefined };
  const isWhole = anchor.hash !== undefined && anchor.start !== undefined;
  return {
    anchor: isWhole || !placed.isExact ? whole : (anchorOf(open, placed.range) ?? whole),
    isOrphan: false,
  };
}
