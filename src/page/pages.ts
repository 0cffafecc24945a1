/**
 * Divides lines into pages of equal height, as in a book. Two pages lie side by side in a spread.
 *
 *     ┌ left ───────────┐ ┌ right ──────────┐
 *     │ … text          │ │ A heading       │   no heading is the last of its page
 *     │ that goes on    │ │ ─────────       │   no line of a paragraph stands alone
 *     │                 │ │ A paragraph …   │   a table that goes on has its header again; a formula is whole, and a table's row if it is short
 *     └─────────────────┘ └─────────────────┘
 *
 * A page that ends early is filled with blank lines. Every page therefore has the same number of lines, and functions for lines
 * (places, matches, links, marks) work on pages without a change. A note is in the margin of the page with its mark, or under its
 * block.
 */
import type { Line } from "../layout/line.ts";
import { citedIn, joined } from "../layout/margin.ts";
import { append } from "../text/append.ts";
import { marginOf, remembered, type BesidePages, type Margin } from "./notes-beside.ts";
import { type PageColumns, withNotesAtLeft } from "./notes-at-left.ts";
import { endBeforeTail, endOfPage } from "./page-ends.ts";
import { headAbove } from "./table-head.ts";
import { TextLines } from "./text-lines.ts";
import { isBlank } from "./turning.ts";

/** The look of pages. */
export interface PageLook {
  readonly columns?: PageColumns;
  /** The number of blank lines above the text of each page. The default is 0. */
  readonly air?: number;
  /** How notes are beside the text. If it is absent, each note is where the lines have it. */
  readonly beside?: BesidePages | undefined;
}

/**
 * Divides lines into pages of exactly `height` lines. The last page may be shorter. The first page is a left page, or a right one if
 * the text runs from the right. `after` lines follow the text; they never stand alone on two pages.
 */
export function paged(lines: readonly Line[], height: number, look: PageLook = {}, after = 0): Line[] {
  const all = new Pages(lines, height, look, after).all();
  const { columns } = look;
  if (!columns) return all;
  const turned = withNotesAtLeft(all, columns);
  return all.map((line, nth) => (isLeft(Math.floor(nth / height), columns) ? turned[nth]! : line));
}

/** Whether a page is the left one of two. */
function isLeft(nth: number, { isMirrored }: PageColumns): boolean {
  return (nth % 2 === 0) !== isMirrored;
}

/** A page before its notes are beside it. */
interface PlainPage {
  /** The header of a table that goes on. */
  readonly head: readonly Line[];
  /** The index after the last line of the page. */
  readonly end: number;
}

class Pages {
  readonly #text: TextLines;
  readonly #height: number;
  readonly #air: number;
  readonly #columns: PageColumns | undefined;
  readonly #beside: BesidePages | undefined;
  readonly #after: number;
  readonly #all: Line[] = [];
  /** The first line of each block of the pages that are made. */
  readonly #starts = new Map<number, number>();
  /** The notes that are beside these pages or under their blocks. */
  readonly #placed = new Set<number>();

  constructor(lines: readonly Line[], height: number, { columns, air = 0, beside }: PageLook, after: number) {
    this.#beside = columns && beside && { ...beside, noteLines: remembered(beside.noteLines) };
    this.#text = new TextLines(lines, this.#beside !== undefined);
    this.#height = height;
    this.#air = air;
    this.#columns = columns;
    this.#after = after;
  }

  all(): Line[] {
    for (let start = this.#firstFrom(0); start < this.#text.shown.length; start = this.#firstFrom(start))
      start = this.#add(start);
    return this.#all;
  }

  /** The first line with text from `start` on. A page begins with text. */
  #firstFrom(start: number): number {
    for (let first = start; ; first++) {
      this.#text.fill(first + 1);
      if (first >= this.#text.shown.length || !isBlank(this.#text.shown[first])) return first;
    }
  }

  /** Adds the page that begins at a line, and returns the index after its last line. */
  #add(start: number): number {
    const { page, margin } = this.#withNotes(start);
    const { head, end } = page;
    const { shown } = this.#text;
    for (let line = start; line < end; line++)
      if (!this.#starts.has(shown[line]!.block)) this.#starts.set(shown[line]!.block, line);
    for (const note of margin.placed) this.#placed.add(note);
    const above = Array.from({ length: this.#air }, () => blank(shown[start]!.block));
    const text = [...above, ...head, ...shown.slice(start, end)];
    const { block } = shown[end - 1]!;
    this.#text.fill(end + 1);
    const isLast = end >= shown.length;
    const rows = isLast ? Math.max(text.length, margin.rows.length) : Math.max(text.length, this.#height);
    for (let row = 0; row < rows; row++) this.#all.push(this.#row(text[row], margin.rows[row], block));
    return end;
  }

  #row(text: Line | undefined, note: Line | undefined, block: number): Line {
    if (note && this.#columns) return joined(text, note, this.#columns, block);
    return text ?? blank(block);
  }

  /** The page that begins at a line, with its notes beside it. Notes without room are under their blocks, which changes the page. */
  #withNotes(start: number): { readonly page: PlainPage; readonly margin: Margin } {
    const under: number[] = [];
    for (;;) {
      const page = this.#pageFrom(start);
      const margin = this.#marginOf(start, page);
      const [first] = margin.refused;
      if (!first) {
        // A note whose mark is on the next page after all may have room there. Text that goes under a block moves marks below it.
        const marks = new Set(this.#text.shown.slice(start, page.end).flatMap(citedIn));
        const later = under.filter((note) => !marks.has(note));
        if (later.length > 0) this.#text.decide(page.end, [], later);
        return { page, margin };
      }
      const refused = margin.refused.map(({ note }) => note);
      append(under, refused);
      this.#text.decide(start + first.line + 1, refused);
    }
  }

  #marginOf(start: number, { head, end }: PlainPage): Margin {
    if (!this.#beside || !this.#columns) return { rows: [], placed: new Set(), refused: [] };
    return marginOf(
      {
        lines: this.#text.shown.slice(start, end),
        first: this.#air + head.length,
        height: this.#height,
        text: this.#columns.text,
      },
      this.#beside,
      (note) => this.#placed.has(note),
      (note) => this.#text.isUnder(note),
    );
  }

  #pageFrom(start: number): PlainPage {
    // The end of a page depends on the two lines after it.
    this.#text.fill(start + this.#height + 2);
    const lines = this.#text.shown;
    const { block } = lines[start]!;
    const room = this.#height - this.#air;
    const head = headAbove(lines, start, room, this.#starts.get(block)).map(added);
    const own = room - head.length;
    const full = endOfPage(lines, start, own);
    const isSecond = Math.floor(this.#all.length / this.#height) % 2 === 1;
    const isAlone = isSecond && full === lines.length && full - start + this.#after > own;
    return { head, end: isAlone ? endBeforeTail(lines, start, own) : full };
  }
}

/** Adds lines after the text: on the last page if they fit, else on a new page. */
export function withMore(
  pages: readonly Line[],
  more: readonly Line[],
  height: number,
  { columns, air = 0 }: PageLook = {},
): Line[] {
  const all = [...pages];
  const own = (lines: readonly Line[]): readonly Line[] => {
    const isAtLeft = columns && isLeft(Math.floor(all.length / height), columns);
    return isAtLeft ? withNotesAtLeft(lines, columns) : lines;
  };
  const left = (height - (all.length % height)) % height;
  if (more.length <= left || all.length === 0) return [...all, ...own(more)];
  const filler = blank(all.at(-1)!.block);
  while (all.length % height !== 0) all.push(filler);
  const above = Array.from({ length: air }, () => filler);
  const first = Math.max(
    0,
    more.findIndex((line) => !isBlank(line)),
  );
  return [...all, ...above, ...own(more.slice(first))];
}

/** A line that is not part of the text. */
function blank(block: number): Line {
  return { spans: [], block, isAdded: true };
}

/** A repeated line. It is not part of the text. */
function added(line: Line): Line {
  return { block: line.block, spans: line.spans.map(({ text, roles }) => ({ text, roles })), isAdded: true };
}
