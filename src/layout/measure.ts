/**
 * The measure, and how a width is shared between text and notes beside it.
 */

/** Where notes stand: under the block that cites them, beside it, after the essay, or nowhere. */
export type NotesPlace = "inline" | "margin" | "end" | "none";

/** Width of the measure unless asked otherwise, in columns. */
export const MEASURE = 72;

/** Columns of text and of notes, side by side. */
export interface MarginColumns {
  readonly text: number;
  readonly notes: number;
}

export const GAP = 3;
const LEAST_NOTES = 24;
const MOST_NOTES = 44;
/** Text narrower than this, for the sake of notes beside it, is too high a price. */
const LEAST_TEXT = 60;

/** How a width is shared, or undefined where it does not hold the text and 24 columns of notes. */
export function marginColumns(width: number, measure: number): MarginColumns | undefined {
  if (width === Infinity) return undefined;
  const text = Math.min(measure, width - GAP - LEAST_NOTES);
  if (text < Math.min(measure, LEAST_TEXT)) return undefined;
  return { text, notes: Math.min(MOST_NOTES, width - GAP - text) };
}

/** Columns of the whole page, text, gap and notes. */
export function marginWidth(columns: MarginColumns): number {
  return columns.text + GAP + columns.notes;
}
