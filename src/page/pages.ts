/**
 * Divides lines into pages of equal height, as in a book. Two pages lie side by side in a spread.
 *
 *     ┌ left ───────────┐ ┌ right ──────────┐
 *     │ … text          │ │ A heading       │   no heading is the last of its page
 *     │ that goes on    │ │ ─────────       │   no line of a paragraph stands alone
 *     │                 │ │ A paragraph …   │   a table that goes on has its header again; a formula and a table's row are whole
 *     └─────────────────┘ └─────────────────┘
 *
 * A page that ends early is filled with blank lines. Every page therefore has the same number of lines, and functions for lines
 * (places, matches, links, marks) work on pages without a change.
 */
import { spansWidth } from "../layout/cut.ts";
import { type Line, type Span, span } from "../layout/line.ts";
import { GAP } from "../layout/measure.ts";
import { width } from "../text/width.ts";
import { partedRows } from "./rows-together.ts";
import { isHeading } from "./laid-essay.ts";
import { headAbove } from "./table-head.ts";
import { goesOn, isBlank, isRuleOf } from "./turning.ts";

/** The largest part of a page that stays blank to keep lines together. */
const MOST_BLANK = 1 / 3;

/** The widths of a page in columns, of its text, and of text and notes together; and whether its text runs from the right. */
export interface PageColumns {
  readonly text: number;
  readonly all: number;
  readonly isMirrored: boolean;
}

/** The look of pages. */
export interface PageLook {
  readonly columns?: PageColumns;
  /** The number of blank lines above the text of each page. The default is 0. */
  readonly air?: number;
}

/**
 * Divides lines into pages of exactly `height` lines. The last page may be shorter. The first page is a left page, or a right one if
 * the text runs from the right. `after` lines follow the text; they never stand alone on two pages.
 */
export function paged(
  lines: readonly Line[],
  height: number,
  { columns, air = 0 }: PageLook = {},
  after = 0,
): Line[] {
  const all = inPages(lines, height, air, after);
  if (!columns) return all;
  const turned = withNotesAtLeft(all, columns);
  return all.map((line, nth) => (isLeft(Math.floor(nth / height), columns) ? turned[nth]! : line));
}

/** Whether a page is the left one of two. */
function isLeft(nth: number, { isMirrored }: PageColumns): boolean {
  return (nth % 2 === 0) !== isMirrored;
}

/**
 * The lines with their notes to the left of the text. A block that is wider than the text, such as a table, extends into the left
 * margin as a whole.
 */
export function withNotesAtLeft(lines: readonly Line[], columns: PageColumns): Line[] {
  if (columns.all === columns.text) return [...lines];
  const parted = lines.map((line) => parts(line, columns));
  const widest = new Map<number, number>();
  lines.forEach(({ block }, nth) => {
    const own = spansWidth(parted[nth]!.text);
    widest.set(block, Math.max(own, widest.get(block) ?? columns.text));
  });
  return lines.map((line, nth): Line => {
    if (line.spans.length === 0) return line;
    const { text, note } = parted[nth]!;
    const free = columns.all - widest.get(line.block)! - spansWidth(note);
    const blanks = span(" ".repeat(Math.max(0, free)), ...(note.length > 0 ? (["note"] as const) : []));
    return { ...line, spans: [...note, blanks, ...text] };
  });
}

/** The spans of a line's text and of the note beside it, without the blanks between them. */
function parts({ spans }: Line, { text }: PageColumns): Readonly<Record<"text" | "note", readonly Span[]>> {
  let at = 0;
  const split = spans.findIndex((own) => {
    const isThere = at >= text + GAP && own.roles.includes("note");
    at += width(own.text);
    return isThere;
  });
  if (split < 0) return { text: spans, note: [] };
  const gap = spans[split - 1];
  const isGap = gap !== undefined && gap.flow === undefined && gap.text.trim() === "";
  return { text: spans.slice(0, isGap ? split - 1 : split), note: spans.slice(split) };
}

function inPages(lines: readonly Line[], height: number, air: number, after: number): Line[] {
  const all: Line[] = [];
  const starts = new Map<number, number>();
  lines.forEach(({ block }, at) => starts.has(block) || starts.set(block, at));
  for (let start = firstOf(lines, 0); start < lines.length; start = firstOf(lines, start)) {
    const { block } = lines[start]!;
    const head = all.length === 0 ? [] : headAbove(lines, start, height - air, starts.get(block)).map(added);
    const room = height - air - head.length;
    const full = endOfPage(lines, start, room);
    const isSecond = Math.floor(all.length / height) % 2 === 1;
    const isAlone = isSecond && full === lines.length && full - start + after > room;
    const end = isAlone ? endBeforeTail(lines, start, room) : full;
    for (let row = 0; row < air; row++) all.push(blank(block));
    for (const line of [...head, ...lines.slice(start, end)]) all.push(line);
    const filler = blank(lines[end - 1]!.block);
    if (end < lines.length) while (all.length % height !== 0) all.push(filler);
    start = end;
  }
  return all;
}

/** Adds lines after the text: on the last page if they fit, else on a new page. */
export function withMore(
  pages: readonly Line[],
  more: readonly Line[],
  height: number,
  { columns, air = 0 }: PageLook = {},
): Line[] {
  const all = [...pages];
  const added = (from: number): Line[] => {
    const own = more.slice(from);
    const isAtLeft = columns && isLeft(Math.floor(all.length / height), columns);
    return isAtLeft ? withNotesAtLeft(own, columns) : own;
  };
  const left = (height - (all.length % height)) % height;
  if (more.length <= left || all.length === 0) return [...all, ...added(0)];
  const filler = blank(all.at(-1)!.block);
  while (all.length % height !== 0) all.push(filler);
  const above = Array.from({ length: air }, () => filler);
  return [...all, ...above, ...added(firstOf(more, 0))];
}

/** A line that is not part of the text. */
function blank(block: number): Line {
  return { spans: [], block, isAdded: true };
}

/** The first line with text from `start` on. A page begins with text. */
function firstOf(lines: readonly Line[], start: number): number {
  let first = start;
  while (first < lines.length && isBlank(lines[first])) first++;
  return first;
}

/** A repeated line. It is not part of the text. */
function added(line: Line): Line {
  return { block: line.block, spans: line.spans.map(({ text, roles }) => ({ text, roles })), isAdded: true };
}

/** The end of the page that begins at `start`: the index after its last line. */
function endOfPage(lines: readonly Line[], start: number, height: number): number {
  const all = start + Math.max(1, height);
  if (all >= lines.length) return lines.length;
  // A formula or a table's row is not divided, even if much of the page stays blank.
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
function endBeforeTail(lines: readonly Line[], start: number, height: number): number {
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
