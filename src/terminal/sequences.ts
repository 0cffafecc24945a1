/**
 * The escape sequences that ibid sends, but for colours and links (ECMA-48; xterm's control sequences).
 */

const ESC = "\u001b";

/** To the alternate screen, the cursor hidden; text that is pasted comes between brackets. */
export const ENTER = `${ESC}[?1049h${ESC}[?25l${ESC}[?2004h`;
export const LEAVE = `${ESC}[?2004l${ESC}[?25h${ESC}[?1049l`;
export const CLEAR = `${ESC}[2J${ESC}[H`;
export const ERASE_TO_END = `${ESC}[K`;
/** Synchronized output: the terminal shows what comes between at once, if it knows this. */
export const BEGIN_FRAME = `${ESC}[?2026h`;
export const END_FRAME = `${ESC}[?2026l`;

/** The cursor to the beginning of a row, counted from 0. */
export function toRow(row: number): string {
  return `${ESC}[${row + 1};1H`;
}

/**
 * Scrolls the rows from `top` to `bottom` (counted from 0, both included) up by some rows, or down by as many if `by` is
 * less than 0; the rows that become free are blank. IND, RI and DECSTBM (VT100) are known to every terminal; SU and SD,
 * which do the same, are not known to Linux's console.
 */
export function scrolled(top: number, bottom: number, by: number): string {
  const region = `${ESC}[m${ESC}[${top + 1};${bottom + 1}r`;
  const moves = by > 0 ? toRow(bottom) + `${ESC}D`.repeat(by) : toRow(top) + `${ESC}M`.repeat(-by);
  return `${region}${moves}${ESC}[r`;
}
