/**
 * What the screen's size leaves for each part.
 */
import { marginColumns, marginWidth, type NotesPlace } from "../layout/measure.ts";
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
  readonly width: number;
  readonly notes: NotesPlace;
}

/** In the reader's `auto`, notes stand in the margin where the window holds the whole measure and them. */
export function pageShape({ size, measure, notes }: Pick<State, "size" | "measure" | "notes">): PageShape {
  const available = Math.max(1, size.columns - 2);
  const beside = notes === "margin" || notes === "auto" ? marginColumns(available, measure) : undefined;
  const wanted = beside && (notes === "margin" || beside.text === measure);
  if (beside && wanted) return { width: marginWidth(beside), notes: "margin" };
  const width = Math.min(measure, available);
  return { width, notes: notes === "auto" || notes === "margin" ? "inline" : notes };
}

/** Columns left of a page, which stands in the middle. */
export function pageMargin({ columns }: Size, { width }: { readonly width: number }): number {
  return Math.max(0, Math.floor((columns - width) / 2));
}
