/**
 * Boxes of cells with a baseline: the parts that a formula is assembled from.
 *
 *     columns 4                      beside: the baselines meet         stacked: one over the other
 *     ┌────┐
 *     │ a+b│  row 0                      a+b                            n
 *     │────│  row 1, the baseline    x = ─── + 1                        ∑
 *     │ c  │  row 2                       c                            i=1
 *     └────┘
 *
 * Each row is as wide as its box, blanks included, so that a box beside it begins at the same column in all rows.
 */
import { width } from "../../text/width.ts";
import { assertSize } from "./work.ts";

export interface Box {
  /** From top to bottom, each of `columns` columns. */
  readonly rows: readonly string[];
  readonly columns: number;
  /** Index of the row that is level with the baselines of neighbouring boxes. */
  readonly baseline: number;
  /** Sets the same content in at most that many columns, broken within. Absent if the box can only be cut. */
  readonly narrow?: (columns: number) => Narrowed;
}

/** A box that was made narrower, and whether a part of it is cut off. */
export interface Narrowed {
  readonly box: Box;
  readonly isCut: boolean;
}

export const EMPTY: Box = { rows: [""], columns: 0, baseline: 0 };

/** One row of text. */
export function textBox(text: string): Box {
  return text === "" ? EMPTY : { rows: [text], columns: width(text), baseline: 0 };
}

/** One row of blank cells. */
export function blankBox(columns: number): Box {
  return columns <= 0 ? EMPTY : { rows: [" ".repeat(columns)], columns, baseline: 0 };
}

/** Whether a box has several rows. */
export function isTall(box: Box): boolean {
  return box.rows.length > 1;
}

/** The text of a box of one row. */
export function textOf(box: Box): string {
  return box.rows[box.baseline] ?? "";
}

/** Boxes from left to right on one baseline, in time proportional to the rows of the boxes and the size of the result. */
export function beside(boxes: readonly Box[]): Box {
  if (boxes.length === 1) return boxes[0]!;
  let [above, below, sum] = [0, 0, 0];
  for (const box of boxes) {
    above = Math.max(above, box.baseline);
    below = Math.max(below, box.rows.length - 1 - box.baseline);
    sum += box.columns;
  }
  assertSize(above + 1 + below, sum);
  const rows: string[][] = Array.from({ length: above + 1 + below }, () => []);
  const filled = rows.map(() => 0);
  const fill = (row: number, columns: number): void => {
    if (columns > filled[row]!) rows[row]!.push(" ".repeat(columns - filled[row]!));
    filled[row] = columns;
  };
  let columns = 0;
  for (const box of boxes) {
    box.rows.forEach((text, index) => {
      const row = above - box.baseline + index;
      fill(row, columns);
      rows[row]!.push(text);
      filled[row] = columns + box.columns;
    });
    columns += box.columns;
  }
  rows.forEach((_, row) => fill(row, columns));
  return { rows: rows.map((parts) => parts.join("")), columns, baseline: above };
}

export type Side = "left" | "center" | "right";

/** `box` widened with blanks to `columns`. */
export function widened(box: Box, columns: number, side: Side = "center"): Box {
  const free = columns - box.columns;
  if (free <= 0) return box;
  const before = side === "left" ? 0 : side === "right" ? free : Math.floor(free / 2);
  const [left, right] = [" ".repeat(before), " ".repeat(free - before)];
  return { rows: box.rows.map((row) => left + row + right), columns, baseline: box.baseline };
}

/** Boxes from top to bottom; the baseline is that of the box with index `main`. */
export function stacked(boxes: readonly Box[], main: number, side: Side = "center"): Box {
  const columns = boxes.reduce((most, box) => Math.max(most, box.columns), 0);
  assertSize(
    boxes.reduce((sum, box) => sum + box.rows.length, 0),
    columns,
  );
  const rows: string[] = [];
  let baseline = 0;
  boxes.forEach((box, index) => {
    if (index === main) baseline = rows.length + box.baseline;
    for (const row of widened(box, columns, side).rows) rows.push(row);
  });
  return { rows, columns, baseline };
}

/** A row of `sign`, repeated over `columns`. */
export function ruleBox(sign: string, columns: number): Box {
  return { rows: [sign.repeat(columns)], columns, baseline: 0 };
}

/** A blank box of the same size. */
export function phantomOf(box: Box): Box {
  const { columns, baseline } = box;
  return { rows: box.rows.map(() => " ".repeat(columns)), columns, baseline };
}
