/**
 * Line breaks in formulas that are too wide for the page. As in a book, a display is broken before relations, and before
 * operators if that is not enough; continuation lines stand under the first term. The left side stays with the first term of
 * the right side, if both fit.
 *
 *     (a + b)³ = (a + b)(a + b)²
 *              = a³ + 3a²b
 *                + 3ab² + b³
 */
import { beside, blankBox, type Box, stacked, textBox } from "./box.ts";
import type { BreakRank, MathPiece } from "./inline.ts";
import { type Spaced, spacedBox } from "./spacing.ts";
import { trimmedEnd } from "../../text/trim.ts";
import { width } from "../../text/width.ts";

/** The least gap between two separate formulas, in columns. */
const QUAD = 2;

/** Indentation of a left side's continuation lines, in columns. */
const HANGING = 2;

/** Indentation of continuation lines, in columns, if the relation is too far to the right to align with. */
function indentIn(columns: number): number {
  return Math.min(4, Math.floor(columns / 8));
}

/** The list in lines of at most `columns`, stacked; undefined if a part is too wide. */
export function brokenLines(list: readonly Spaced[], columns: number): Box | undefined {
  // A formula with an empty left side begins with its relation.
  const shown = list.slice(list.findIndex(({ item }) => item.box.columns > 0));
  const boxes: Box[] = [];
  for (const formula of formulasIn(shown, columns)) {
    const box = brokenFormula(formula, columns);
    if (box === undefined) return undefined;
    boxes.push(box);
  }
  return boxes.length === 1 ? boxes[0] : stackedLines(boxes).box;
}

/** The formulas between wide gaps, grouped so that each group fits on a line if possible. */
function formulasIn(list: readonly Spaced[], columns: number): Spaced[][] {
  const formulas: Spaced[][] = [];
  for (const part of partsAt(list, (at, depth) => depth === 0 && at.gap >= QUAD)) {
    const before = formulas.at(-1);
    const together = before ? columnsOf(before) + (part[0]?.gap ?? 0) + columnsOf(part) : Infinity;
    if (before && together <= columns) before.push(...part);
    else formulas.push(part);
  }
  return formulas;
}

function brokenFormula(shown: readonly Spaced[], columns: number): Box | undefined {
  const sides = partsAt(shown, (at, depth) => depth === 0 && at.item.class === "rel");
  const hasLeft = sides[0]?.[0]?.item.class !== "rel";
  const under = hasLeft ? relationColumn(sides, columns) : 0;
  const lines = new Lines(columns);
  for (const [index, side] of sides.entries()) {
    if (lines.hasRoom(side)) lines.add(side);
    else {
      const terms = termsOf(side);
      const isFirst = index === (hasLeft ? 1 : 0);
      if (!isFirst || !lines.hasRoom(terms[0]!)) lines.end(under);
      const within = hasLeft && index === 0 ? HANGING : under + beforeTerms(side);
      for (const term of terms) addTerm(lines, term, within, columns);
    }
  }
  return lines.stacked();
}

function termsOf(side: readonly Spaced[]): Spaced[][] {
  return partsAt(side, (at, depth) => depth === 0 && at.item.class === "bin");
}

/** Column of the relations: under the first relation if the terms fit behind it, else a small indentation. */
function relationColumn(sides: readonly (readonly Spaced[])[], columns: number): number {
  const [left = [], ...others] = sides;
  const under = columnsOf(left) + (others[0]?.[0]?.gap ?? 0);
  const needed = others.map((side) => {
    const [first = [], ...rest] = termsOf(side);
    return rest.reduce((most, term) => Math.max(most, beforeTerms(side) + columnsOf(term)), columnsOf(first));
  });
  const isGood = others.length > 0 && under <= columns / 2 && needed.every((own) => under + own <= columns);
  return isGood ? under : indentIn(columns);
}

/** Width of the relation that begins a side, with the gap after it, in columns. */
function beforeTerms(side: readonly Spaced[]): number {
  const [first, second] = side;
  return first?.item.class === "rel" ? first.item.box.columns + (second?.gap ?? 0) : HANGING;
}

/** Adds a term, on a new line if needed. A term wider than a line is broken within its brackets, or else at its gaps. */
function addTerm(lines: Lines, term: readonly Spaced[], within: number, columns: number): void {
  if (lines.hasRoom(term)) return lines.add(term);
  const left = Math.min(within, columns - columnsOf(term));
  if (left >= 0) {
    lines.end(left);
    return lines.add(term);
  }
  const parts = partsAt(term, (at, depth) => depth > 0 && isOperator(at));
  const isEnough = parts.every((part) => columnsOf(part) <= columns);
  // An operator stays with the part after it.
  const atBlanks = (at: Spaced, _: number, before: Spaced): boolean => at.gap > 0 && !isOperator(before);
  for (const part of isEnough ? parts : partsAt(term, atBlanks)) {
    if (!lines.hasRoom(part)) lines.end(Math.max(0, Math.min(within + 2, columns - columnsOf(part))));
    lines.add(part);
  }
}

function isOperator({ item }: Spaced): boolean {
  return item.class === "bin" || item.class === "rel";
}

/** A writer of lines, filled from left to right. */
class Lines {
  readonly #columns: number;
  readonly #done: Box[] = [];
  #line: Spaced[] = [];
  #indent = 0;
  #used = 0;

  constructor(columns: number) {
    this.#columns = columns;
  }

  hasRoom(part: readonly Spaced[]): boolean {
    return this.#indent + this.#used + this.#gapBefore(part) + columnsOf(part) <= this.#columns;
  }

  add(part: readonly Spaced[]): void {
    this.#used += this.#gapBefore(part) + columnsOf(part);
    for (const own of part) this.#line.push(own);
  }

  /** Ends the line, if it is not empty; the next line begins at column `indent`. */
  end(indent: number): void {
    const [first, ...rest] = this.#line;
    if (first !== undefined)
      this.#done.push(beside([blankBox(this.#indent), spacedBox([{ ...first, gap: 0 }, ...rest])]));
    this.#line = [];
    this.#used = 0;
    this.#indent = this.#done.length === 0 ? 0 : indent;
  }

  stacked(): Box | undefined {
    this.end(0);
    return this.#done.some((own) => own.columns > this.#columns) ? undefined : stackedLines(this.#done).box;
  }

  #gapBefore(part: readonly Spaced[]): number {
    return this.#line.length > 0 ? (part[0]?.gap ?? 0) : 0;
  }
}

/** Stacked lines; for each line, the index of its last row in the box. */
interface StackedLines {
  readonly box: Box;
  readonly ends: readonly number[];
}

/** Stacks lines, with a blank row between two lines if one is several rows high there. */
export function stackedLines(lines: readonly Box[]): StackedLines {
  const rows: Box[] = [];
  const ends: number[] = [];
  let count = 0;
  lines.forEach((own, index) => {
    const upper = lines[index - 1];
    const isAiry = upper !== undefined && (own.baseline > 0 || upper.baseline < upper.rows.length - 1);
    if (isAiry) rows.push(textBox(""));
    rows.push(own);
    count += own.rows.length + (isAiry ? 1 : 0);
    ends.push(count - 1);
  });
  return { box: stacked(rows, 0, "left"), ends };
}

/** Splits the list before each item for which `isBreak` returns true; `depth` is the number of open brackets. */
function partsAt(
  list: readonly Spaced[],
  isBreak: (at: Spaced, depth: number, before: Spaced) => boolean,
): Spaced[][] {
  const parts: Spaced[][] = [[]];
  let depth = 0;
  list.forEach((at, index) => {
    if (at.item.class === "close" && depth > 0) depth--;
    if (index > 0 && isBreak(at, depth, list[index - 1]!)) parts.push([]);
    parts.at(-1)!.push(at);
    if (at.item.class === "open" && at.item.rightClass === undefined) depth++;
  });
  return parts;
}

/** Width of a list without the gap before it, in columns. */
function columnsOf(list: readonly Spaced[]): number {
  return list.reduce((sum, { item, gap }, index) => sum + item.box.columns + (index === 0 ? 0 : gap), 0);
}

/** The better the place to end a line, the lower the number. */
const RANKS: Readonly<Record<BreakRank, number>> = { relation: 0, operator: 1, nested: 2, inner: 3, none: 4 };
/** The least width of a line, as a fraction of the measure: a worse place is better than a shorter line. */
const SHORT = 0.4;

/** A linear formula in lines of at most `columns`; undefined if a piece is wider. */
export function brokenText(pieces: readonly MathPiece[], columns: number): Box | undefined {
  const indent = indentIn(columns);
  const lines: Box[] = [];
  for (let from = 0; from < pieces.length;) {
    const left = from === 0 ? 0 : indent;
    const to = endOfLine(pieces, from, columns - left);
    const text = trimmedEnd(
      pieces
        .slice(from, to)
        .map((piece) => piece.text)
        .join(""),
      " ",
    );
    if (left + width(text) > columns) return undefined;
    lines.push(textBox(" ".repeat(left) + text));
    from = to;
  }
  return stacked(lines, 0, "left");
}

/** The end (exclusive) of the line that begins at piece `from`: the last place of the best rank. */
function endOfLine(pieces: readonly MathPiece[], from: number, columns: number): number {
  let best = from + 1;
  let rank = Infinity;
  let used = 0;
  for (let at = from; at < pieces.length; at++) {
    const { text, after } = pieces[at]!;
    if (used + width(trimmedEnd(text, " ")) > columns) return best;
    used += width(text);
    const own = RANKS[after] + (used < columns * SHORT ? RANKS.none : 0);
    if (own <= rank) [best, rank] = [at + 1, own];
  }
  return pieces.length;
}
