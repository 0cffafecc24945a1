/**
 * Bounds of what is understood of a text: what lies beyond is shown as the text that it is. No essay comes near them.
 */

/** Cells of a table, those that spans and short rows leave empty counted. */
export const MOST_CELLS = 200_000;
