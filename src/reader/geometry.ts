/**
 * What the screen's size leaves for each part.
 */
import { GAP, marginColumns, marginWidth, type NotesPlace } from "../layout/measure.ts";
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

/** Narrower than this, a screen shows the shelf alone. */
const WIDE = 120;
const DIVIDER = 3;
const WIDEST_PREVIEW = 74;

/** Columns of what is shown beside the shelf; 0 where there is no room for it. */
export function previewColumns({ columns }: Size): number {
  return columns < WIDE ? 0 : Math.min(WIDEST_PREVIEW, Math.floor((columns - DIVIDER) / 2));
}

/** Columns of the shelf itself. */
export function shelfColumns({ size, wantsPreview }: Pick<State, "size" | "wantsPreview">): number {
  const beside = wantsPreview ? previewColumns(size) : 0;
  return beside === 0 ? size.columns : size.columns - beside - DIVIDER;
}

/** How an essay is laid out on a screen. */
export interface PageShape {
  /** Columns of all of it. */
  readonly width: number;
  /** Columns of what stands in the middle of the screen: the text, so that it keeps its place whatever stands beside it. */
  readonly middle: number;
  readonly notes: NotesPlace;
}

/** Notes narrower than this are no pleasure to read, and stand better under their text. */
const LEAST_BESIDE = 30;

/**
 * The text stands in the middle. In the reader's `auto`, notes stand beside it where 30 columns are left there; where the user
 * wants them in the margin and less is left, text and notes stand in the middle together.
 */
export function pageShape({ size, measure, notes }: Pick<State, "size" | "measure" | "notes">): PageShape {
  const available = Math.max(1, size.columns - 2);
  const text = Math.min(measure, available);
  const room = Math.floor((available - text) / 2) - GAP;
  if (room >= LEAST_BESIDE && (notes === "auto" || notes === "margin")) {
    const beside = marginColumns(text + GAP + room, measure)!;
    return { width: marginWidth(beside), middle: beside.text, notes: "margin" };
  }
  const beside = notes === "margin" ? marginColumns(available, measure) : undefined;
  if (beside) return { width: marginWidth(beside), middle: marginWidth(beside), notes: "margin" };
  return { width: text, middle: text, notes: notes === "auto" || notes === "margin" ? "inline" : notes };
}

/** Columns left of a page. */
export function pageMargin({ columns }: Size, { middle }: { readonly middle: number }): number {
  return Math.max(0, Math.floor((columns - middle) / 2));
}
