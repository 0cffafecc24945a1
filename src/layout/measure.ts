/**
 * The measure, and the division of a width between text and notes beside it.
 */

/** The place of notes: under the block that cites them, beside it, after the essay, or nowhere. */
export type NotesPlace = "inline" | "margin" | "end" | "none";

/** The default measure, in columns. */
export const MEASURE = 72;

/** The widths of text and notes side by side, in columns. */
export interface MarginColumns {
  readonly text: number;
  readonly notes: number;
}

export const GAP = 3;
const LEAST_NOTES = 24;
/** The widest notes beside the text, in columns. */
export const MOST_NOTES = 44;
/** The narrowest text beside notes, in columns. */
const LEAST_TEXT = 60;

/** The division of a width, or undefined if it has no room for the text and 24 columns of notes. */
export function marginColumns(width: number, measure: number): MarginColumns | undefined {
  if (width === Infinity) return undefined;
  const text = Math.min(measure, width - GAP - LEAST_NOTES);
  if (text < Math.min(measure, LEAST_TEXT)) return undefined;
  return { text, notes: Math.min(MOST_NOTES, width - GAP - text) };
}

/** The width of the whole page in columns: text, gap and notes. */
export function marginWidth(columns: MarginColumns): number {
  return columns.text + GAP + columns.notes;
}
