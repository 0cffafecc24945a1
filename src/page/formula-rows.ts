/**
 * The rows of a display formula, which stay together on a screen or a page that holds them all: half a fraction is another formula.
 */
import type { Line } from "../layout/line.ts";

/** The first row of the formula that would be parted before line `at`; undefined if none would, or if `height` rows do not hold it. */
export function partedFormula(lines: readonly Line[], at: number, height: number): number | undefined {
  const part = lines[at]?.part;
  return part !== undefined && part.row > 0 && part.rows <= height ? at - part.row : undefined;
}
