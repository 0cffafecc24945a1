/**
 * The header of a table that begins above the screen.
 */
import type { Document } from "../document/document.ts";
import type { Line } from "../layout/line.ts";

/** The largest number of rows of a repeated header. */
const HIGHEST = 3;

/**
 * The header and rule above the table row on line `at`, or nothing if there is none. `start` is the first line of the block, if the
 * caller knows it.
 */
export function headAbove(
  { blocks }: Document,
  lines: readonly Line[],
  at: number,
  start?: number,
): readonly Line[] {
  const block = lines[at]?.block;
  if (block === undefined || blocks[block]?.type !== "table") return [];
  let first = start ?? at;
  while (lines[first - 1]?.block === block) first--;
  while (first < at && lines[first]!.spans.length === 0) first++;
  const rule = lines.slice(first, Math.min(at, first + HIGHEST)).findIndex(isRule);
  const head = lines.slice(first, first + rule + 1);
  return rule > 0 && head.slice(0, -1).every(isHeader) ? head : [];
}

function isHeader({ spans }: Line): boolean {
  return spans.some(({ roles }) => roles.includes("tableHeader"));
}

function isRule({ spans }: Line): boolean {
  return spans.length > 0 && spans.every(({ text, roles }) => text.trim() === "" || roles.includes("rule"));
}
