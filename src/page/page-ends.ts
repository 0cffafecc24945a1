/**
 * Where a page ends: not below a heading, within a formula or a table's row, or so that a line of a paragraph stands alone.
 */
import type { Line } from "../layout/line.ts";
import { isHeading } from "./laid-essay.ts";
import { partedRows } from "./rows-together.ts";
import { goesOn, isBlank, isRuleOf } from "./turning.ts";

/** The largest part of a page that stays blank to keep lines together. */
const MOST_BLANK = 1 / 3;

/** The end of the page that begins at `start`: the index after its last line. */
export function endOfPage(lines: readonly Line[], start: number, height: number): number {
  const all = start + Math.max(1, height);
  if (all >= lines.length) return lines.length;
  // A formula is not divided, even if much of the page stays blank.
  const together = partedRows(lines, all, height) ?? start;
  const full = together > start ? together : all;
  const least = start + Math.max(1, Math.ceil(height * (1 - MOST_BLANK)));
  let end = full;
  while (end > least && !mayEnd(lines, end, height)) end--;
  return mayEnd(lines, end, height) ? end : full;
}

/** The fewest lines of text above what follows it on another page. */
const LEAST_TAIL = 2;

/** The end of the last page, if some of its lines go on to the next one; the end of all lines if none can. */
export function endBeforeTail(lines: readonly Line[], start: number, height: number): number {
  const least = start + Math.max(1, Math.ceil((lines.length - start) / 2));
  let tail = 0;
  for (let end = lines.length - 1; end >= least; end--) {
    if (!isBlank(lines[end])) tail++;
    if (tail >= LEAST_TAIL && mayEnd(lines, end, height)) return end;
  }
  return lines.length;
}

/** Whether a page of `height` lines may end before the line at `end`. */
function mayEnd(lines: readonly Line[], end: number, height: number): boolean {
  if (partedRows(lines, end, height) !== undefined) return false;
  let last = end - 1;
  while (last > 0 && isBlank(lines[last])) last--;
  if (isHeading(lines[last]!) || isRuleOf(lines, last)) return false;
  if (!goesOn(lines, end)) return true;
  // Neither the first nor the last line of a paragraph stands alone.
  return goesOn(lines, end - 1) && goesOn(lines, end + 1);
}
