/**
 * Places the notes of one page in its margin: each level with its mark, or as close to it as the notes above it and the end of
 * the page allow.
 *
 *     ┌ page ───────────────────────────┐
 *     │ A text with a note¹   ¹ A note  │
 *     │ and, at the end of      of two. │
 *     │ the page, another               │
 *     │ one² that is long,    ² It ends │   moved up: it would end below the page
 *     │ or so it seems³         here.   │   ³ has no room left and is under its block
 *     └─────────────────────────────────┘
 */
import { spansWidth } from "../layout/cut.ts";
import type { Line } from "../layout/line.ts";
import { citedIn } from "../layout/margin.ts";
import { append } from "../text/append.ts";

/** How notes are beside the text of pages. */
export interface BesidePages {
  /** The lines of a note in the width of the margin, as a part of the top-level block that cites it. */
  readonly noteLines: (note: number, block: number) => readonly Line[];
  /** The most rows by which a note may be below its mark. */
  readonly patience: number;
}

/** The lines of notes, each laid out once: a page may be made several times. A note belongs to the block that cites it first. */
export function remembered(noteLines: BesidePages["noteLines"]): BesidePages["noteLines"] {
  const known = new Map<number, readonly Line[]>();
  return (note, block) => {
    const lines = known.get(note) ?? noteLines(note, block);
    known.set(note, lines);
    return lines;
  };
}

/** The rows of a page for text and notes. */
export interface PageRows {
  /** The lines of text, and the row of the first of them. */
  readonly lines: readonly Line[];
  readonly first: number;
  /** The number of rows of the page. */
  readonly height: number;
  /** Columns of the text. */
  readonly text: number;
}

/** The margin of a page. */
export interface Margin {
  /** Its lines by row. */
  readonly rows: readonly (Line | undefined)[];
  /** The notes of the page, in the margin or not. */
  readonly placed: ReadonlySet<number>;
  /** The notes without room, in the order of their marks. */
  readonly refused: readonly Refused[];
}

/** A note that has no room beside the text of its page, and the line with its mark, counted from the first of the page. */
export interface Refused {
  readonly note: number;
  readonly line: number;
}

/** The largest part of a page by which a note moves up. Farther up, it would be beside another subject. */
const MOST_UP = 1 / 4;

/** Places the notes that the lines of a page cite, without those that `isSeen` knows. `isUnder` says which are under their blocks. */
export function marginOf(
  page: PageRows,
  { noteLines, patience }: BesidePages,
  isSeen: (note: number) => boolean,
  isUnder: (note: number) => boolean,
): Margin {
  const rows: (Line | undefined)[] = [];
  const refused: Refused[] = [];
  const placed = new Set<number>();
  const isNew = (note: number): boolean => !isSeen(note) && !placed.has(note);
  for (const [line, own] of page.lines.entries()) {
    if (own.under !== undefined) continue;
    for (const note of citedIn(own).filter(isNew)) {
      const { numbers, lines } = withItsNotes(note, (number) => noteLines(number, own.block), isNew);
      for (const number of numbers) placed.add(number);
      if (isUnder(note)) continue;
      const begin = rowFor(lines.length, page.first + line, rows.length, page);
      const below = begin === undefined ? Infinity : begin - page.first - line;
      if (begin === undefined || below > patience || -below > page.height * MOST_UP) {
        refused.push({ note, line });
        continue;
      }
      while (rows.length < begin) rows.push(undefined);
      append(rows, lines);
    }
  }
  return { rows, placed, refused };
}

/** A note with the notes that it cites first, and theirs, and the lines of all of them. */
function withItsNotes(
  note: number,
  noteLines: (note: number) => readonly Line[],
  isNew: (note: number) => boolean,
): { readonly numbers: ReadonlySet<number>; readonly lines: readonly Line[] } {
  const numbers = new Set<number>();
  const lines: Line[] = [];
  const waiting = [note];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (numbers.has(next) || !isNew(next)) continue;
    numbers.add(next);
    const own = noteLines(next);
    if (lines.length > 0) lines.push({ spans: [], block: own[0]?.block ?? -1 });
    append(lines, own);
    append(waiting, own.flatMap(citedIn).reverse());
  }
  return { numbers, lines };
}

/** The row for a note of `length` lines whose mark is in the row `mark`, below notes that end before the row `end`. */
function rowFor(length: number, mark: number, end: number, page: PageRows): number | undefined {
  const least = Math.max(page.first, end === 0 ? 0 : end + 1);
  const begin = Math.min(Math.max(mark, least), page.height - length);
  if (begin < least) return undefined;
  // A table that extends into the margin, and the rows above and below it, have no note beside them.
  const beside = page.lines.slice(Math.max(0, begin - 1 - page.first), begin + length + 1 - page.first);
  return beside.some(({ spans }) => spansWidth(spans) > page.text) ? undefined : begin;
}
