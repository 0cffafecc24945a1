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
import { spansWidth } from "../layout/cut.ts";
import { type Line, span } from "../layout/line.ts";
import { GAP } from "../layout/measure.ts";
import { width } from "../text/width.ts";
import { isHeading } from "./laid-essay.ts";
import { headAbove } from "./table-head.ts";
import { goesOn, isBlank, isRuleOf } from "./turning.ts";

/** At most so much of a page stays blank so that what belongs together stays together. */
const MOST_BLANK = 1 / 3;

/** Columns of a page: of its text, and of all of it where notes stand beside that. */
export interface PageColumns {
  readonly text: number;
  readonly all: number;
}

/** Lines in pages of `height` rows, each but the last of exactly so many; the first page is a left one. */
export function paged(
  document: Document,
  lines: readonly Line[],
  height: number,
  columns?: PageColumns,
): Line[] {
  const all = inPages(document, lines, height);
  if (!columns || columns.all === columns.text) return all;
  return all.map((line, nth) => (Math.floor(nth / height) % 2 === 0 ? turnedRound(line, columns) : line));
}

/** A line of a left page, its note at the left of its text; what is wider than the text reaches into that margin. */
function turnedRound(line: Line, { text, all }: PageColumns): Line {
  if (line.spans.length === 0) return line;
  let at = 0;
  const split = line.spans.findIndex((own) => {
    const isThere = at >= text + GAP && own.roles.includes("note");
    at += width(own.text);
    return isThere;
  });
  const note = split < 0 ? [] : line.spans.slice(split);
  // The blanks between text and note, and what is beside the text.
  const gap = line.spans[split - 1];
  const isGap = gap !== undefined && gap.flow === undefined && gap.text.trim() === "";
  const own = split < 0 ? line.spans : line.spans.slice(0, isGap ? split - 1 : split);
  const free = all - Math.max(text, spansWidth(own)) - spansWidth(note);
  return { ...line, spans: [...note, span(" ".repeat(Math.max(0, free)), "note"), ...own] };
}

function inPages(document: Document, lines: readonly Line[], height: number): Line[] {
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
export function withMore(
  pages: readonly Line[],
  more: readonly Line[],
  height: number,
  columns?: PageColumns,
): Line[] {
  const all = [...pages];
  const added = (from: number): Line[] => {
    const isLeft = Math.floor(all.length / height) % 2 === 0;
    const own = more.slice(from);
    return columns && isLeft ? own.map((line) => turnedRound(line, columns)) : own;
  };
  const left = (height - (all.length % height)) % height;
  if (more.length <= left || all.length === 0) return [...all, ...added(0)];
  const filler: Line = { spans: [], block: all.at(-1)!.block, isAdded: true };
  while (all.length % height !== 0) all.push(filler);
  return [...all, ...added(firstOf(more, 0))];
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
