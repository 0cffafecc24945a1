/**
 * Arrays: matrices, cases, aligned rows, tables with rules.
 *
 *     a │ b        x = 1        1  2
 *     ──┼──      x+y = 3        3  4
 *     c │ d
 *
 * On one row, `array-text.ts` writes them.
 */
import { narrowAligned, type NarrowRows } from "./aligned.ts";
import { arrayText, isAligned, isCases } from "./array-text.ts";
import { beside, blankBox, type Box, EMPTY, isTall, type Side, textBox, textOf, widened } from "./box.ts";
import { narrowCases } from "./cases.ts";
import { type ArrayColumn, type ArrayNode, bodyOf, type FormulaNode } from "./formula.ts";
import { narrowed } from "./narrow.ts";
import { type Setting, type Spaced, styled, styleOf } from "./setting.ts";
import { breakable, spaced } from "./spacing.ts";
import { tableOf } from "../../text/own.ts";
import { largest } from "../../text/extremes.ts";

/** An array's box; for each array row, the index of the box row on its baseline. */
export interface ArrayBox {
  readonly box: Box;
  readonly baselines: readonly number[];
  /** For each array row, the index of its last box row. */
  readonly ends: readonly number[];
  /** Sets it in fewer columns. */
  readonly narrow?: (columns: number) => NarrowRows;
}

/** What an array is drawn from. */
interface Grid {
  readonly node: ArrayNode;
  readonly cells: readonly (readonly Box[])[];
  readonly columns: readonly Column[];
  /** Of the columns of cells. */
  readonly widths: readonly number[];
  readonly setting: Setting;
}

/** Cells per em, for columns that give their gaps in em. */
const EM = 3;
const GAP = 2;
const SIDES = tableOf<Side>({ l: "left", r: "right", c: "center" });

/** A column of cells, or a rule between columns. */
type Column =
  | { readonly kind: "rule"; readonly sign: string }
  | { readonly kind: "cells"; readonly index: number; readonly side: Side; readonly before: number };

export function arrayBox(node: ArrayNode, setting: Setting): ArrayBox {
  const inner = setting.isBraced === true ? { ...setting, isBraced: false } : setting;
  const lists = node.body.map((row) => row.map((cell) => cellList(cell, inner)));
  const cells = withoutEmptyEnd(lists.map((row) => row.map((list) => breakable(list, setting))));
  if (setting.isInline) {
    const rows = cells.map((row, index) =>
      row.map((box, at) => ({ text: textOf(box), list: lists[index]![at]! })),
    );
    return { box: textBox(arrayText(node, rows, setting)), baselines: [0], ends: [0] };
  }
  const widths = widthsOf(cells);
  const columns = columnsOf(node, Math.max(1, widths.length));
  // A few wide cells and thousands of rows would fill the memory before the box is finished.
  setting.work.spend(cells.length * widths.reduce((sum, own) => sum + own + 1, columns.length));
  const grid: Grid = { node, cells, columns, widths, setting };
  const drawn = assembled(grid);
  const narrow = (most: number): NarrowRows => {
    setting.work.repeat(drawn.box.rows.length * drawn.box.columns);
    const shown = lists.slice(0, cells.length);
    if (isAligned(node)) return centredRows(narrowAligned(shown, most, setting));
    if (columns.length === 1) return narrowColumn(grid, most);
    return isCases(node) ? centredRows(narrowCases(cells, GAP + 1, most)) : cutGrid(grid, most);
  };
  return { ...drawn, box: { ...drawn.box, narrow }, narrow };
}

/** A cell's content, which TeX sets in a group with a style of its own. */
function cellList(cell: FormulaNode, setting: Setting): readonly Spaced[] {
  const isStyled = cell.type === "styling";
  const inner = isStyled ? styled(setting, styleOf(cell.style, setting)) : setting;
  const nodes = isStyled ? cell.body.flatMap(bodyOf) : bodyOf(cell);
  return spaced(setting.items(nodes, inner), inner);
}

/** The rows without empty ones at the end: TeX's last `\\\\` begins a row that has nothing in it. */
function withoutEmptyEnd(cells: readonly (readonly Box[])[]): readonly (readonly Box[])[] {
  let end = cells.length;
  while (end > 1 && cells[end - 1]!.every((cell) => cell.columns === 0)) end--;
  return cells.slice(0, end);
}

function columnsOf(node: ArrayNode, count: number): Column[] {
  const columns: Column[] = [];
  let index = 0;
  let previous: ArrayColumn | undefined;
  for (const own of node.cols ?? []) {
    if (own.type === "separator") columns.push({ kind: "rule", sign: own.separator === ":" ? "┊" : "│" });
    else if (index < count) {
      const before = index === 0 ? 0 : gapBetween(node, previous, own);
      columns.push({ kind: "cells", index, side: SIDES[own.align ?? "c"] ?? "center", before });
      index++;
      previous = own;
    }
  }
  for (; index < count; index++)
    columns.push({ kind: "cells", index, side: "center", before: index === 0 ? 0 : GAP });
  return columns;
}

function gapBetween(node: ArrayNode, left: ArrayColumn | undefined, right: ArrayColumn): number {
  if (node.colSeparationType === "small") return 1;
  if (left?.postgap === undefined && right.pregap === undefined) return GAP;
  return Math.round(((left?.postgap ?? 0) + (right.pregap ?? 0)) * EM);
}

function widthsOf(cells: readonly (readonly Box[])[]): number[] {
  const widths: number[] = [];
  for (const row of cells) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.columns);
    });
  }
  return widths;
}

/** A row of cells, with rules of the same height between them. */
function rowBox(cells: readonly Box[], columns: readonly Column[], widths: readonly number[]): Box {
  const above = largest(
    cells.map((cell) => cell.baseline),
    0,
  );
  const below = largest(
    cells.map((cell) => cell.rows.length - 1 - cell.baseline),
    0,
  );
  const boxes: Box[] = [];
  // All missing cells become one blank box, because a row may lack thousands.
  let blank = 0;
  columns.forEach((column, at) => {
    const cell = column.kind === "cells" ? cells[column.index] : undefined;
    if (column.kind === "cells") {
      blank += columns[at - 1]?.kind === "rule" ? 0 : column.before;
      if (cell === undefined) blank += widths[column.index] ?? 0;
    }
    if (column.kind === "cells" && cell === undefined) return;
    boxes.push(blankBox(blank));
    blank = 0;
    if (column.kind === "rule") boxes.push(ruleAt(columns, at, above + 1 + below, above, column.sign));
    else if (cell) boxes.push(widened(cell, widths[column.index] ?? 0, column.side));
  });
  return beside([...boxes, blankBox(blank)]);
}

/** A vertical rule, with a blank on each side that has a column. */
function ruleAt(columns: readonly Column[], at: number, rows: number, baseline: number, sign: string): Box {
  const blank = (neighbour: Column | undefined): Box => blankBox(neighbour?.kind === "cells" ? 1 : 0);
  const rule =
    rows === 1 ? textBox(sign) : { rows: Array.from({ length: rows }, () => sign), columns: 1, baseline };
  return beside([blank(columns[at - 1]), rule, blank(columns[at + 1])]);
}

/** The rows with the baseline in the middle, as in an array. */
function centredRows(rows: NarrowRows): NarrowRows {
  const { box } = rows;
  return { ...rows, box: { ...box, baseline: Math.floor((box.rows.length - 1) / 2) } };
}

/** A column of formulas, such as an equation or a vector, each in at most `most` columns. */
function narrowColumn(grid: Grid, most: number): NarrowRows {
  const parts = grid.cells.map((row) => row.map((cell) => narrowed(cell, most)));
  const cells = parts.map((row) => row.map(({ box }) => box));
  const isCut = parts.some((row) => row.some((part) => part.isCut));
  return { ...assembled({ ...grid, cells, widths: widthsOf(cells) }), isCut };
}

/**
 * The first columns of an array, as many as there is room for, and an ellipsis in place of the others. If there is none for the first
 * one, its cells are made narrower.
 */
function cutGrid(grid: Grid, most: number): NarrowRows {
  const { columns, cells, widths } = grid;
  const room = most - GAP - 1;
  if (columns[0]?.kind === "cells" && (widths[0] ?? 0) > room && room > 0) {
    const first = cells.map(([cell = EMPTY, ...rest]) => [narrowed(cell, room).box, ...rest]);
    return cutGrid({ ...grid, cells: first, widths: [room, ...widths.slice(1)] }, most);
  }
  let [used, kept, count] = [0, 0, 0];
  columns.forEach((column, at) => {
    if (column.kind === "rule") used += columns[at + 1]?.kind === "cells" ? 3 : 2;
    else {
      used += (columns[at - 1]?.kind === "rule" ? 0 : column.before) + (widths[column.index] ?? 0);
      if (used + GAP + 1 <= most) [kept, count] = [at + 1, column.index + 1];
    }
  });
  const shown: Column[] = columns.slice(0, kept);
  const dots: Column = { kind: "cells", index: count, side: "left", before: count === 0 ? 0 : GAP };
  const rows = cells.map((row) =>
    Array.from({ length: count + 1 }, (_, index) => (index < count ? (row[index] ?? EMPTY) : textBox("…"))),
  );
  const cut = { ...grid, cells: rows, columns: [...shown, dots], widths: [...widths.slice(0, count), 1] };
  return { ...assembled(cut), isCut: true };
}

function assembled({ node, cells, columns, widths, setting }: Grid): ArrayBox {
  const boxes = cells.map((row) => rowBox(row, columns, widths));
  // Two rows have no row between them for the point of a brace.
  const hasPoint = setting.isBraced === true && boxes.length === 2;
  const isAiry =
    hasPoint || (node.colSeparationType !== "CD" && setting.style !== "script" && boxes.some(isTall));
  const blank = rowBox([], columns, widths).rows[0] ?? "";
  const rows: string[] = [];
  const baselines: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at <= boxes.length; at++) {
    const lines = node.hLinesBeforeRow?.[at] ?? [];
    if (lines.length > 0) rows.push(crossing(blank, lines.includes(true), at === 0, at === boxes.length));
    else if (isAiry && at > 0 && at < boxes.length) rows.push(blank);
    const own = boxes[at];
    if (own === undefined) continue;
    baselines.push(rows.length + own.baseline);
    for (const row of own.rows) rows.push(row);
    ends.push(rows.length - 1);
  }
  const isOdd = baselines.length % 2 === 1;
  const middle = Math.floor((rows.length - 1) / 2);
  const baseline = isOdd ? baselines[(baselines.length - 1) / 2]! : middle;
  return {
    box: { rows: rows.length === 0 ? [""] : rows, columns: boxes[0]?.columns ?? 0, baseline },
    baselines,
    ends,
  };
}

/** A horizontal rule over the whole width, crossing the vertical rules. */
function crossing(blank: string, isDashed: boolean, isFirst: boolean, isLast: boolean): string {
  const line = isDashed ? "╌" : "─";
  const signs = isFirst ? ["┌", "┬", "┐"] : isLast ? ["└", "┴", "┘"] : ["├", "┼", "┤"];
  return Array.from(blank, (sign, at) => {
    if (sign === " ") return line;
    return at === 0 ? signs[0] : at === blank.length - 1 ? signs[2] : signs[1];
  }).join("");
}
