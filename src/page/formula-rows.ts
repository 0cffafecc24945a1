/**
 * The rows of a display formula, which stay together on a screen or a page with room for all: half a
 * fraction is another formula.
 */
import type { Line } from "../layout/line.ts";

/**
 * The first row of the formula that a break before line `at` would divide; undefined if there is none, or if `height`
 * rows have no room for it.
 */
export function partedFormula(lines: readonly Line[], at: number, height: number): number | undefined {
  const part = lines[at]?.part;
  return part !== undefined && part.row > 0 && part.rows <= height ? at - part.row : undefined;
}
