/**
 * Line breaks in formulas that are too wide for the page. As in a book, a display is broken before the
 * operator that binds least (`break-ranks.ts`): relations first, then sums, then products. Relations are
 * aligned under each other, and terms begin after their relation. The left side stays with the first term of
 * the right side if both fit.
 *
 *     (a + b)³ = (a + b)(a + b)²
 *              = a³ + 3a²b
 *                + 3ab² + b³
 *
 * An item that is wider than a line, such as a fraction, is broken within (`Box.narrow`), or else cut.
 */
import { isTall, type Narrowed } from "./box.ts";
import { BLANK, NESTED, RANK, ranksOf } from "./break-ranks.ts";
import { columnsOf, Lines, stackedLines } from "./lines.ts";
import { narrowed } from "./narrow.ts";
import type { Spaced } from "./setting.ts";
import { append } from "../../text/append.ts";

/** The room in which most words fit, in columns: in less, they are broken between letters. */
const ROOMY = 16;
/** The columns that a new line must gain for more room. */
const WORTH = 6;
/** Indentation of a left side's continuation lines, in columns. */
const HANGING = 2;

/** A part of a formula; each item has the rank of a line break before it. */
interface Ranked extends Spaced {
  readonly rank: number;
}

/** Indentation of continuation lines, in columns, if the relation is too far to the right to align with. */
export function indentIn(columns: number): number {
  return Math.min(4, Math.floor(columns / 8));
}

/** The list in lines of at most `columns`, stacked, its baseline that of the first line. */
export function brokenLines(list: readonly Spaced[], columns: number): Narrowed {
  // A formula with an empty left side begins with its relation.
  const shown = list.slice(list.findIndex(({ item }) => item.box.columns > 0)).flatMap(partsOf);
  const [only] = shown;
  if (only !== undefined && shown.length === 1) return narrowed(only.item.box, columns);
  const ranks = ranksOf(shown);
  const ranked = shown.map((own, index): Ranked => ({ ...own, rank: ranks[index]! }));
  const broken = formulasIn(ranked, columns).map((formula) => brokenFormula(formula, columns));
  if (broken.length === 1) return broken[0]!;
  return { box: stackedLines(broken.map(({ box }) => box)).box, isCut: broken.some(({ isCut }) => isCut) };
}

/** The parts of a text or of brackets, between which a line may end; any other item as it is. */
function partsOf(own: Spaced): readonly Spaced[] {
  const { pieces, box } = own.item;
  // A text with a script is no longer its pieces alone.
  if (pieces === undefined || isTall(box) || columnsOf(pieces) !== box.columns) return [own];
  return pieces.flatMap((piece, index) => partsOf(index === 0 ? { ...piece, gap: own.gap } : piece));
}

/** The formulas between wide gaps, grouped so that each group fits on a line if possible. */
function formulasIn(list: readonly Ranked[], columns: number): Ranked[][] {
  const formulas: Ranked[][] = [];
  let used = Infinity;
  for (const part of partsAt(list, (own) => own.rank === RANK.formula)) {
    used += (part[0]?.gap ?? 0) + columnsOf(part);
    if (used <= columns) append(formulas.at(-1)!, part);
    else {
      formulas.push(part);
      used = columnsOf(part);
    }
  }
  return formulas;
}

function brokenFormula(formula: readonly Ranked[], columns: number): Narrowed {
  const lines = new Lines(columns);
  const main = mainRank(formula);
  const sides = partsUpTo(formula, main);
  const hasLeft = sides[0]?.[0]?.item.class !== "rel";
  const under = hasLeft ? relationColumn(sides, main, columns) : 0;
  for (const [index, side] of sides.entries()) {
    if (lines.hasRoom(side)) {
      lines.add(side);
      continue;
    }
    const own = under + columnsOf(side) <= columns ? under : indentIn(columns);
    if (main === RANK.implication && index > 0 && own + columnsOf(side) <= columns) {
      lines.end(own);
      lines.add(side);
      continue;
    }
    const first = partsUpTo(side, RANK.sum)[0]!;
    const isBeside = index === (hasLeft ? 1 : 0) && (lines.hasRoom(first) || columnsOf(first) > columns);
    if (!isBeside) lines.end(Math.max(0, Math.min(under, columns - columnsOf(first))));
    if (lines.hasRoom(side)) {
      lines.add(side);
      continue;
    }
    const within = hasLeft && index === 0 ? HANGING : under + beforeTerms(side);
    breakUp(side, main + 1, within, lines);
  }
  return lines.stacked();
}

/** The rank of the relations that are under each other: implications where propositions are joined. */
function mainRank(formula: readonly Ranked[]): number {
  const isLogic = formula.some(({ rank }) => rank === RANK.implication || rank === RANK.connective);
  return isLogic ? RANK.implication : RANK.relation;
}

/** Column of the relations: under the first relation if the terms fit after it, else a small indentation. */
function relationColumn(sides: readonly (readonly Ranked[])[], main: number, columns: number): number {
  const [left = [], ...others] = sides;
  const under = columnsOf(left) + (others[0]?.[0]?.gap ?? 0);
  const needed = others.map((side) => {
    const [first = [], ...rest] = partsUpTo(side, Math.max(main + 1, RANK.sum));
    return rest.reduce((most, term) => Math.max(most, beforeTerms(side) + columnsOf(term)), columnsOf(first));
  });
  const isGood = others.length > 0 && under <= columns / 2 && needed.every((own) => under + own <= columns);
  return isGood ? under : indentIn(columns);
}

/** Width of the relation that begins a side, with the gap after it, in columns. */
function beforeTerms(side: readonly Ranked[]): number {
  const [first, second] = side;
  return first?.item.class === "rel" ? first.item.box.columns + (second?.gap ?? 0) : HANGING;
}

/**
 * Adds a part, on a new line at column `within` if needed. A part wider than a line is broken at the best rank that it has, `rank` or
 * worse.
 */
function place(part: readonly Ranked[], rank: number, within: number, lines: Lines): void {
  if (lines.hasRoom(part)) return lines.add(part);
  const left = Math.min(within, lines.columns - columnsOf(part));
  // A term may begin further to the left than its line, but not a relation: those are under each other.
  if (left >= 0 && (left === within || rank > RANK.sum)) {
    lines.end(left);
    return lines.add(part);
  }
  breakUp(part, rank, within, lines);
}

/** Adds the parts of a part that is wider than a line. */
function breakUp(part: readonly Ranked[], rank: number, within: number, lines: Lines): void {
  const best = part.reduce((least, own, at) => (at > 0 ? Math.min(least, own.rank) : least), Infinity);
  const next = Math.max(rank, best);
  if (next > BLANK) return forceAll(part, within, lines);
  const inner = next >= NESTED && next < BLANK && rank < NESTED ? within + HANGING : within;
  for (const own of partsUpTo(part, next)) place(own, next + 1, inner, lines);
}

/**
 * Adds items between which no line ends. If one of them is wider than a line and would have less than half of this line, or too little room for words, all begin a new
 * one.
 */
function forceAll(part: readonly Ranked[], within: number, lines: Lines): void {
  const wide = part.findIndex(({ item }) => item.box.columns > lines.columns - within);
  const before = columnsOf(part.slice(0, Math.max(0, wide)));
  const left = Math.min(within, indentIn(lines.columns));
  const isCrowded = lines.room - before < ROOMY && lines.columns - left - lines.room >= WORTH;
  if (wide >= 0 && !lines.isFresh && (isCrowded || lines.room - before < lines.columns / 2)) lines.end(left);
  for (const own of part) force(own, within, lines);
}

/** Adds an item, or as much of it as fits on a line. */
function force(own: Ranked, within: number, lines: Lines): void {
  if (lines.hasRoom([own])) return lines.add([own]);
  const left = lines.columns - own.item.box.columns;
  if (left >= 0 && !lines.endsWithOperator) {
    lines.end(Math.min(within, left));
    return lines.add([own]);
  }
  if (lines.room < lines.columns / 2 && !lines.endsWithOperator)
    lines.end(Math.min(within, indentIn(lines.columns)));
  lines.squeeze(own);
}

/** Splits a part before each item whose rank is at most `rank`. */
function partsUpTo(part: readonly Ranked[], rank: number): Ranked[][] {
  return partsAt(part, (own) => own.rank <= rank);
}

function partsAt(part: readonly Ranked[], isBreak: (own: Ranked) => boolean): Ranked[][] {
  const parts: Ranked[][] = [[]];
  part.forEach((own, index) => {
    if (index > 0 && isBreak(own)) parts.push([]);
    parts.at(-1)!.push(own);
  });
  return parts;
}
