/**
 * Lines of a broken formula: a writer that fills them from left to right, and how they are stacked.
 */
import { beside, blankBox, type Box, type Narrowed, stacked, textBox, textOf } from "./box.ts";
import { narrowed } from "./narrow.ts";
import type { Item, Spaced } from "./setting.ts";
import { spacedBox } from "./spacing.ts";

/** A writer of lines, filled from left to right. */
export class Lines {
  readonly columns: number;
  readonly #done: Box[] = [];
  #line: Spaced[] = [];
  #indent = 0;
  #used = 0;
  #isCut = false;

  constructor(columns: number) {
    this.columns = columns;
  }

  /** Columns left on the line. */
  get room(): number {
    return this.columns - this.#indent - this.#used;
  }

  get isFresh(): boolean {
    return this.#line.length === 0;
  }

  get endsWithOperator(): boolean {
    const given = this.#line.at(-1)?.item.class;
    return given === "rel" || given === "bin";
  }

  hasRoom(part: readonly Spaced[]): boolean {
    return this.#gapBefore(part) + columnsOf(part) <= this.room;
  }

  add(part: readonly Spaced[]): void {
    const shown = this.isFresh ? withoutBlanks(part) : part;
    this.#used += this.#gapBefore(shown) + columnsOf(shown);
    for (const own of shown) this.#line.push(own);
  }

  /** Adds an item in the remaining columns, broken inside or cut. */
  squeeze(own: Spaced): void {
    const { box, isCut } = narrowed(own.item.box, this.room - this.#gapBefore([own]));
    this.#isCut ||= isCut;
    this.add([{ ...own, item: { ...own.item, box } }]);
  }

  /** Ends the line, if it is not empty; the next line begins at column `indent`. */
  end(indent: number): void {
    const [first, ...rest] = withWholePairs(this.#line);
    if (first !== undefined)
      this.#done.push(beside([blankBox(this.#indent), spacedBox([{ ...first, gap: 0 }, ...rest])]));
    this.#line = [];
    this.#used = 0;
    this.#indent = this.#done.length === 0 ? 0 : indent;
  }

  stacked(): Narrowed {
    this.end(0);
    return { box: stackedLines(this.#done).box, isCut: this.#isCut };
  }

  #gapBefore(part: readonly Spaced[]): number {
    return this.isFresh ? 0 : (part[0]?.gap ?? 0);
  }
}

/** A line whose stretched brackets have their partners on it; others are one row high. */
function withWholePairs(line: readonly Spaced[]): readonly Spaced[] {
  const open: number[] = [];
  const whole = new Set<number>();
  line.forEach(({ item }, index) => {
    if (item.class === "open" && item.rightClass === undefined) open.push(index);
    const partner = item.class === "close" ? open.pop() : undefined;
    if (partner !== undefined) whole.add(partner).add(index);
  });
  return line.map((own, index) => {
    const { flat, ...item } = own.item;
    return flat === undefined || whole.has(index) ? own : { ...own, item: { ...item, box: flat } };
  });
}

/** Without blanks at its beginning, such as one between two words. */
function withoutBlanks(part: readonly Spaced[]): readonly Spaced[] {
  const from = part.findIndex((own) => !isBlank(own.item));
  return from <= 0 ? part : part.slice(from);
}

/** Whether it is a blank that was written between words. */
export function isBlank({ box }: Item): boolean {
  return box.rows.length === 1 && box.columns > 0 && textOf(box).trim() === "";
}

/** Width of a list without the gap before it, in columns. */
export function columnsOf(list: readonly Spaced[]): number {
  return list.reduce((sum, { item, gap }, index) => sum + item.box.columns + (index === 0 ? 0 : gap), 0);
}

/** Stacked lines, with the index of the baseline and of the last row of each line in the box. */
interface StackedLines {
  readonly box: Box;
  readonly baselines: readonly number[];
  readonly ends: readonly number[];
}

/** Stacks lines, with a blank row between two lines if one is several rows high there. */
export function stackedLines(lines: readonly Box[], side: "left" | "center" = "left"): StackedLines {
  const rows: Box[] = [];
  const baselines: number[] = [];
  const ends: number[] = [];
  let count = 0;
  lines.forEach((own, index) => {
    const upper = lines[index - 1];
    const isAiry = upper !== undefined && (own.baseline > 0 || upper.baseline < upper.rows.length - 1);
    if (isAiry) rows.push(textBox(""));
    rows.push(own);
    count += isAiry ? 1 : 0;
    baselines.push(count + own.baseline);
    count += own.rows.length;
    ends.push(count - 1);
  });
  return { box: stacked(rows, 0, side), baselines, ends };
}
