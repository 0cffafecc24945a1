/**
 * Lines as pages of so many rows, as a book has them: two lie side by side in a spread.
 *
 *     ┌ left ───────────┐ ┌ right ──────────┐
 *     │ … text          │ │ A heading       │   no heading is the last of its page
 *     │ that goes on    │ │ ─────────       │   no line of a paragraph stands alone
 *     │                 │ │ A paragraph …   │   a table that goes on has its header again
 *     └─────────────────┘ └─────────────────┘
 *
 * A page that ends early is filled with blank lines. So every page has the same number of lines, and whatever works on lines
 * (places, matches, links, marks) works on pages as it is.
 */
import type { Document } from "../document/document.ts";
import type { Line } from "../layout/line.ts";
import { isHeading } from "./laid-essay.ts";
import { headAbove } from "./table-head.ts";
import { goesOn, isBlank, isRuleOf } from "./turning.ts";

/** At most so much of a page stays blank so that what belongs together stays together. */
const MOST_BLANK = 1 / 3;

/** Lines in pages of `height` rows, each but the last of exactly so many. */
export function paged(document: Document, lines: readonly Line[], height: number): Line[] {
  const all: Line[] = [];
  for (let start = firstOf(lines, 0); start < lines.length; start = firstOf(lines, start)) {
    const head = all.length === 0 ? [] : headAbove(document, lines, start).map(added);
    const end = endOfPage(lines, start, height - head.length);
    for (const line of [...head, ...lines.slice(start, end)]) all.push(line);
    const filler: Line = { spans: [], block: lines[end - 1]!.block, isAdded: true };
    if (end < lines.length) while (all.length % height !== 0) all.push(filler);
    start = end;
  }
  return all;
}

/** Pages with more lines after their text: on the last page if they fit there, else on one of their own. */
export function withMore(pages: readonly Line[], more: readonly Line[], height: number): Line[] {
  const all = [...pages];
  const left = (height - (all.length % height)) % height;
  if (more.length <= left || all.length === 0) return [...all, ...more];
  const filler: Line = { spans: [], block: all.at(-1)!.block, isAdded: true };
  while (all.length % height !== 0) all.push(filler);
  return [...all, ...more.slice(firstOf(more, 0))];
}

/** A page begins with text. */
function firstOf(lines: readonly Line[], start: number): number {
  let first = start;
  while (first < lines.length && isBlank(lines[first])) first++;
  return first;
}

/** What is there a second time, and so is no part of the text. */
function added(line: Line): Line {
  return { block: line.block, spans: line.spans.map(({ text, roles }) => ({ text, roles })), isAdded: true };
}

/** Where a page ends that begins at `start`: the index of the line after its last one. */
function endOfPage(lines: readonly Line[], start: number, height: number): number {
  const full = start + Math.max(1, height);
  if (full >= lines.length) return lines.length;
  const least = start + Math.max(1, Math.ceil(height * (1 - MOST_BLANK)));
  let end = full;
  while (end > least && !mayEnd(lines, end)) end--;
  return mayEnd(lines, end) ? end : full;
}

/** Whether a page may end before the line at `end`. */
function mayEnd(lines: readonly Line[], end: number): boolean {
  let last = end - 1;
  while (last > 0 && isBlank(lines[last])) last--;
  if (isHeading(lines[last]!) || isRuleOf(lines, last)) return false;
  if (!goesOn(lines, end)) return true;
  // The first line of a paragraph does not stand alone, nor does the last.
  return goesOn(lines, end - 1) && goesOn(lines, end + 1);
}
