/**
 * The rows of tables. GFM cuts a row at each bar without a backslash, even in code; ibid keeps the bars of
 * formulas if the row would otherwise have more cells than the table has columns:
 *
 *     | Formula | Name             |
 *     |---------|------------------|
 *     | $|x|$   | absolute value   |
 */
import { sourcesWithMath } from "../inline/math-parts.ts";

/** The number of cells in a row: those between bars without a backslash, not counting bars at its ends. */
export function cellsIn(row: string): number {
  const bars = row.trim().replace(/\\[^]/g, "--");
  return bars.replace(/^\||\|$/g, "").split("|").length;
}

/** The row with backslashes before the bars of formulas, if only so its cells fit the table's columns. */
export function withoutBars(row: string, columns: number): string {
  if (!row.includes("$") || cellsIn(row) <= columns) return row;
  const escaped = sourcesWithMath(row)
    .map(({ written, isMath }) => (isMath ? written.replace(BAR, "\\|") : written))
    .join("");
  return cellsIn(escaped) <= columns ? escaped : row;
}

/** A bar without a backslash before it; one after `\\\\`, which ends a row, does not occur in a cell. */
const BAR = /(?<!\\)\|/g;
