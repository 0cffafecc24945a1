/**
 * Aligned rows that are wider than the page. Their relations stay aligned, and each side is broken within its
 * own columns. A left side that is too wide for its column gets a separate line; so does each formula of a
 * row with several formulas.
 *
 *     f(x, y) = aaaa + bbbb
 *               + cccc
 *             = dddd
 *     g(x, y, z, u, v)
 *             = eeee
 */
import { beside, blankBox, type Box, EMPTY, type Narrowed, widened } from "./box.ts";
import { indentIn } from "./breaking.ts";
import { columnsOf, stackedLines } from "./lines.ts";
import { narrowed } from "./narrow.ts";
import type { Setting, Spaced } from "./setting.ts";
import { breakable } from "./spacing.ts";

/** Rows of an array in fewer columns, each with the index of its baseline and of its last row in the box. */
export interface NarrowRows extends Narrowed {
  readonly baselines: readonly number[];
  readonly ends: readonly number[];
}

/** The widest column of left sides, as a fraction of the line. */
const MOST_LEFT = 0.4;
/** The widest indentation that an author gives a right side, as a fraction of the line. */
const MOST_LEAD = 0.25;

/** Columns of a relation with its gaps. */
const REMARK = 3;

/** The two sides of an aligned formula: its right side begins with the relation, and a gap before it. */
interface Sides {
  readonly left: readonly Spaced[];
  readonly right: readonly Spaced[];
}

/** Aligned rows, each a list for each cell, in at most `columns`. */
export function narrowAligned(
  rows: readonly (readonly (readonly Spaced[])[])[],
  columns: number,
  setting: Setting,
): NarrowRows {
  if (rows.every((row) => row.length === 1)) return gathered(rows, columns, setting);
  const pairs = rows.map(pairsOf);
  const left = leftColumns(pairs.flat(), columns);
  return stackedRows(
    pairs.map((row) =>
      row.map((sides, nth) =>
        nth > 0 && columnsOf(sides.right) === 0
          ? remark(sides.left, left, columns, setting)
          : narrowSides(sides, left, columns, setting),
      ),
    ),
    "left",
  );
}

/** A last column without a partner, such as a reason, which is after the relation. */
function remark(list: readonly Spaced[], column: number, columns: number, setting: Setting): Narrowed {
  const indent = Math.min(column + REMARK, Math.floor(columns / 4));
  const { box, isCut } = narrowed(breakable(list, setting), columns - indent);
  return { box: beside([blankBox(indent), box]), isCut };
}

/** Rows of one formula each, as in `gather`. */
function gathered(
  rows: readonly (readonly (readonly Spaced[])[])[],
  columns: number,
  setting: Setting,
): NarrowRows {
  return stackedRows(
    rows.map(([row = []]) => [narrowed(breakable(row, setting), columns)]),
    "center",
  );
}

function pairsOf(cells: readonly (readonly Spaced[])[]): Sides[] {
  const pairs: Sides[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const sides = { left: cells[at] ?? [], right: cells[at + 1] ?? [] };
    if (at === 0 || columnsOf(sides.left) + columnsOf(sides.right) > 0) pairs.push(sides);
  }
  return pairs;
}

/** Width of the column of left sides: the widest of those that leave the right sides enough room. */
function leftColumns(pairs: readonly Sides[], columns: number): number {
  return pairs.reduce((most, { left, right }) => {
    const own = right.length > 0 ? columnsOf(left) : 0;
    return own <= columns * MOST_LEFT ? Math.max(most, own) : most;
  }, 0);
}

function narrowSides({ left, right }: Sides, column: number, columns: number, setting: Setting): Narrowed {
  const whole = beside([breakable(left, setting), breakable(right, setting)]);
  const own = columnsOf(left);
  if (own > column) {
    if (whole.columns <= columns) return { box: whole, isCut: false };
    const upper = narrowed(breakable(left, setting), columns);
    if (columnsOf(right) === 0) return upper;
    const lower = narrowRight(right, column, columns, setting, indentIn(columns));
    return joined([upper, lower], "left");
  }
  const start = widened(own === 0 ? EMPTY : breakable(left, setting), column, "right");
  const rest = narrowRight(right, 0, columns - start.columns, setting);
  return { box: beside([start, rest.box]), isCut: rest.isCut };
}

/** A right side after `column` columns and the gap that it begins with, together at least `least` columns. */
function narrowRight(
  right: readonly Spaced[],
  column: number,
  columns: number,
  setting: Setting,
  least = 0,
): Narrowed {
  const from = right.findIndex(({ item }) => item.box.columns > 0);
  if (from < 0) return { box: EMPTY, isCut: false };
  const gap = right.slice(0, from + 1).reduce((sum, own) => sum + own.gap, 0);
  const lead = Math.max(least, column + Math.min(gap, Math.floor(columns * MOST_LEAD)));
  const [first, ...rest] = right.slice(from);
  const { box, isCut } = narrowed(breakable([{ ...first!, gap: 0 }, ...rest], setting), columns - lead);
  return { box: beside([blankBox(lead), box]), isCut };
}

function joined(parts: readonly Narrowed[], side: "left" | "center"): Narrowed {
  const { box } = stackedLines(
    parts.map((part) => part.box),
    side,
  );
  return { box, isCut: parts.some(({ isCut }) => isCut) };
}

function stackedRows(rows: readonly (readonly Narrowed[])[], side: "left" | "center"): NarrowRows {
  const joinedRows = rows.map((row) => (row.length === 1 ? row[0]! : joined(row, "left")));
  const boxes: Box[] = joinedRows.map(({ box }) => box);
  return { ...stackedLines(boxes, side), isCut: joinedRows.some(({ isCut }) => isCut) };
}
