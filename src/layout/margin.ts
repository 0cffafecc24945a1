/**
 * Lays out notes in the margin: a column at the right of the text, with each note level with the line that cites it.
 *
 *     The text of the essay¹ stands in its      ¹ The note stands
 *     measure. Where notes are long² they         beside it.
 *     are pushed down, in order, and never
 *     overlap.                                  ² Pushed down by the
 *                                                 one above.
 *
 * A note that would stand too far below its mark, or is longer than a screen, is under its block instead.
 * A table or a code block that is wider than the measure extends into the margin if no note is there.
 */
import { append } from "../text/append.ts";
import type { Block, Document, Note } from "../document/document.ts";
import { isSetOff } from "./blocks.ts";
import type { Context } from "./context.ts";
import { spansWidth } from "./cut.ts";
import { type Line, type Span, span } from "./line.ts";
import { GAP, type MarginColumns } from "./measure.ts";
import { noteLines } from "./notes.ts";

/** The default number of rows by which a note may be below its mark: half a screen. */
const PATIENCE = 20;
/** The most rows of a note beside the text, in patiences: a screen. Beside a longer one, the rest of the text would end above it. */
const LONGEST = 2;

/** How text and notes are beside each other. */
export interface BesideOptions {
  /** The number of rows by which a note may be below its mark. */
  readonly patience?: number | undefined;
}

/** The lines of a document with its notes beside it. */
export function marginLines(
  document: Document,
  context: Context,
  columns: MarginColumns,
  { patience = PATIENCE }: BesideOptions = {},
): Line[] {
  const page = new Page(document, context, columns, patience);
  const [first, end] = context.shown;
  document.blocks.slice(first, end).forEach((block, nth) => page.add(block, first + nth));
  return page.lines();
}

class Page {
  readonly #document: Document;
  readonly #context: Context;
  readonly #columns: MarginColumns;
  readonly #patience: number;
  readonly #text: Line[] = [];
  readonly #margin: (Line | undefined)[] = [];
  readonly #placed = new Set<number>();

  constructor(document: Document, context: Context, columns: MarginColumns, patience: number) {
    this.#patience = patience;
    this.#document = document;
    this.#context = context;
    this.#columns = columns;
  }

  add(block: Block, index: number): void {
    const context: Context = { ...this.#context, width: this.#columns.text, notes: "none", block: index };
    const runsUnder = this.#mayRunUnder(block, context);
    const laid = context.layoutBlocks(
      [block],
      runsUnder ? { ...context, width: this.#context.width, measure: this.#columns.text } : context,
    ).lines;
    if (laid.length > 0 && isSetOff(this.#text, block)) this.#text.push({ spans: [], block: index });
    const late = this.#lateIn(laid);
    const lines = late.size === 0 ? laid : this.#withUnder(block, late, context);
    const start = this.#text.length;
    append(this.#text, lines);
    // One more row, so that no note touches the block in the margin.
    if (runsUnder) this.#fillMargin(this.#text.length + 1);
    lines.forEach((line, row) => {
      for (const number of citedIn(line)) this.#place(number, start + row, index);
    });
  }

  lines(): Line[] {
    const rows = Math.max(this.#text.length, this.#margin.length);
    const last = this.#text.at(-1)?.block ?? -1;
    return Array.from({ length: rows }, (_, row) =>
      joined(this.#text[row], this.#margin[row], this.#columns, last),
    );
  }

  /** Whether a block may extend into the margin: a table or code wider than the measure, without notes beside or in it. */
  #mayRunUnder(block: Block, context: Context): boolean {
    if (block.type !== "table" && block.type !== "codeBlock") return false;
    return this.#margin.length <= this.#text.length && isWiderThan(this.#columns.text, block, context);
  }

  /** The notes of a block that would stand too far below their marks, or are too long. */
  #lateIn(lines: readonly Line[]): ReadonlySet<number> {
    let end = this.#margin.length;
    const late = new Set<number>();
    const seen = new Set(this.#placed);
    lines.forEach((line, row) => {
      for (const number of citedIn(line)) {
        const note = this.#document.notes[number - 1];
        if (!note || seen.has(number)) continue;
        seen.add(number);
        const at = this.#text.length + row;
        const begin = Math.max(at, end + (end > 0 ? 1 : 0));
        const { length } = this.#noteLines(note);
        if (begin - at > this.#patience || length > LONGEST * this.#patience) late.add(number);
        else end = begin + length;
      }
    });
    return late;
  }

  /** The lines of a block with its late notes under it. The rows of the others can only become later, so they stay in the margin. */
  #withUnder(block: Block, late: ReadonlySet<number>, context: Context): readonly Line[] {
    for (const number of late) this.#placed.add(number);
    return context.layoutBlocks([block], { ...context, notes: "inline", under: late }).lines;
  }

  #fillMargin(rows: number): void {
    while (this.#margin.length < rows) this.#margin.push(undefined);
  }

  /** Puts a note at `row`, or below the note above it. The notes that it cites first follow it. */
  #place(number: number, row: number, block: number): void {
    const waiting = [number];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const note = this.#document.notes[next - 1];
      if (!note || this.#placed.has(next)) continue;
      this.#placed.add(next);
      const lines = this.#noteLines(note, block);
      this.#fillMargin(Math.max(row, this.#margin.length + (this.#margin.at(-1) ? 1 : 0)));
      append(this.#margin, lines);
      append(waiting, lines.flatMap(citedIn).reverse());
    }
  }

  /** The lines of a note that `block` cites. */
  #noteLines(note: Note, block = this.#context.block): Line[] {
    return noteLines(note, { ...this.#context, block, width: this.#columns.notes, notes: "none" }, 0);
  }
}

/** Whether a block without notes is wider than the text. */
export function isWiderThan(columns: number, block: Block, context: Context): boolean {
  const free = context.layoutBlocks([block], { ...context, width: Infinity }).lines;
  return (
    free.some((line) => spansWidth(line.spans) > columns) && !free.some((line) => citedIn(line).length > 0)
  );
}

/** A line of text and a line of the note beside it. If the text has ended, the line belongs to the block `last` and to its note. */
export function joined(
  text: Line | undefined,
  note: Line | undefined,
  columns: Pick<MarginColumns, "text">,
  last: number,
): Line {
  if (!note) return text ?? { spans: [], block: last };
  const besides = note.note === undefined ? {} : { beside: note.note };
  if (note.spans.length === 0) return { ...(text ?? { spans: [], block: last }), ...besides };
  const spans = text?.spans ?? [];
  const blanks = " ".repeat(Math.max(0, columns.text + GAP - spansWidth(spans)));
  const beside: Span[] = [...spans, span(blanks, "note"), ...note.spans.map(asNote)];
  return {
    spans: beside,
    block: text?.block ?? last,
    ...besides,
    ...(text?.part && { part: text.part }),
    ...(!text && note.note !== undefined && { note: note.note }),
  };
}

/** Adds the role of a note to a span, blanks included, so that text and notes can be distinguished. */
function asNote(own: Span): Span {
  return own.roles.includes("note") ? own : { ...own, roles: ["note", ...own.roles] };
}

/** The numbers of the notes that a line cites. */
export function citedIn(line: Line): number[] {
  return line.spans.flatMap((own) => (own.cites === undefined ? [] : [own.cites]));
}
