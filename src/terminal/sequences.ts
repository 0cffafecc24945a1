/**
 * The escape sequences that ibid sends, except colours and links (ECMA-48; xterm's control sequences).
 */

const ESC = "\u001b";

/** Enters the alternate screen, hides the cursor, turns on bracketed paste. */
export const ENTER = `${ESC}[?1049h${ESC}[?25l${ESC}[?2004h`;
export const LEAVE = `${ESC}[?2004l${ESC}[?25h${ESC}[?1049l`;
export const CLEAR = `${ESC}[2J${ESC}[H`;
export const ERASE_TO_END = `${ESC}[K`;
/** Synchronized output: a terminal that knows it shows everything in between at once. */
export const BEGIN_FRAME = `${ESC}[?2026h`;
export const END_FRAME = `${ESC}[?2026l`;

/** Moves the cursor to the beginning of a row, counted from 0. */
export function toRow(row: number): string {
  return `${ESC}[${row + 1};1H`;
}

/**
 * Scrolls the rows from `top` to `bottom` (counted from 0, both included) up by `by` rows, or down if `by` is
 * negative; the new rows are blank. Every terminal knows IND, RI and DECSTBM (VT100); Linux's console does not know SU and
 * SD, which do the same.
 */
export function scrolled(top: number, bottom: number, by: number): string {
  const region = `${ESC}[m${ESC}[${top + 1};${bottom + 1}r`;
  const moves = by > 0 ? toRow(bottom) + `${ESC}D`.repeat(by) : toRow(top) + `${ESC}M`.repeat(-by);
  return `${region}${moves}${ESC}[r`;
}
