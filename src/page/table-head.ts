/**
 * The header of a table that begins above the screen.
 *
 *     Name     Used for             ◀ repeated over rows that were seen
 *     ───────  ───────────────
 *     inline   the default
 */
import type { Line } from "../layout/line.ts";

/** The largest part of a screen that a repeated header takes. Two rows are always allowed. */
const MOST = 1 / 4;

/**
 * The header and rule above the table row on line `at` of a screen of `height` rows, or nothing if there is none, or if it is too high
 * to be repeated. `start` is the first line of the block, if the caller knows it.
 */
export function headAbove(
  lines: readonly Line[],
  at: number,
  height: number,
  start?: number,
): readonly Line[] {
  const head = headOf(lines, at, height, start);
  return head ? lines.slice(head.first, head.end) : [];
}

/** The lines of the header above the table row on line `at`: its first line, and the line after its rule. */
export function headOf(
  lines: readonly Line[],
  at: number,
  height: number,
  start?: number,
): { readonly first: number; readonly end: number } | undefined {
  const block = lines[at]?.block;
  if (block === undefined || lines[at]!.note !== undefined) return undefined;
  let first = start ?? at;
  while (lines[first - 1]?.block === block) first--;
  while (first < at && lines[first]!.spans.length === 0) first++;
  const most = Math.max(2, Math.floor(height * MOST));
  let rule = first;
  while (rule < at && rule - first < most && isHeader(lines[rule]!)) rule++;
  const isHead = rule > first && rule < at && rule - first < most && isRule(lines[rule]!);
  return isHead ? { first, end: rule + 1 } : undefined;
}

function isHeader({ spans }: Line): boolean {
  return spans.some(({ roles }) => roles.includes("tableHeader"));
}

function isRule({ spans }: Line): boolean {
  return spans.length > 0 && spans.every(({ text, roles }) => text.trim() === "" || roles.includes("rule"));
}
