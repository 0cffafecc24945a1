/**
 * What the screen's size leaves for each part.
 */
import type { Size, State } from "./state.ts";

/** Smaller than this, nothing can be read. */
export const LEAST: Size = { columns: 20, rows: 5 };

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < LEAST.columns || rows < LEAST.rows;
}

/** Rows of a list between its header and the status line. */
export function listHeight({ rows }: Size): number {
  return Math.max(1, rows - 2);
}

/** Rows of an essay above the status line. */
export function pageHeight({ rows }: Size): number {
  return Math.max(1, rows - 1);
}

/** Columns of an essay's text: the measure, or what the screen holds with a blank at each side. */
export function pageWidth({ size, measure }: Pick<State, "size" | "measure">): number {
  return Math.max(1, Math.min(measure, size.columns - 2));
}
