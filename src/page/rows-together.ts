/**
 * Rows that stay together on a screen or a page with room for all of them: those of a display formula, because half a
 * fraction is another formula, and those of a table's row, unless it is long. A table's header stays with its first row.
 */
import type { Line } from "../layout/line.ts";

/** The first of the rows that a break before line `at` would part; undefined if there are none, or if they may be parted on a screen of `height` rows. */
export function partedRows(lines: readonly Line[], at: number, height: number): number | undefined {
  const part = lines[at]?.part;
  if (part === undefined || part.row === 0) return undefined;
  const isLong = part.rows > height * part.most;
  const whole = isLong ? part.first : part.rows;
  return part.row < whole && whole + part.under <= height ? at - part.row : undefined;
}
