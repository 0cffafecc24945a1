/**
 * Turning pages: finds the first line of the next screen, and of the one before.
 *
 *     … a paragraph that ends here.   │ the last row that was seen
 *                                     │
 *     A heading                       ◀ a heading stays with its text
 *     ─────────
 *     A paragraph that goes on        ◀ a paragraph that was begun continues two lines before, and so does one whose note follows
 *     Name     Used for               ◀ the header of a table is laid over rows that were seen
 *     x = a/b                         ◀ a formula, or a row of a table, begins with its first line
 *
 * The same rules apply to half a screen. Turning back leads to a screen from which turning forward
 * leads here, if there is one.
 */
import type { Line } from "../layout/line.ts";
import { partedRows } from "./rows-together.ts";
import { isHeading } from "./laid-essay.ts";
import { headOf } from "./table-head.ts";

/** The smallest part of a screen that must have rows, in general and before a formula or a table's row that moves to the next screen. */
const LEAST = 1 / 2;
const LEAST_BEFORE_ROWS = 1 / 4;
/** Rows of a paragraph that are shown again, so that the eye finds its place. */
const AGAIN = 2;

/** The largest part of the last screen that stays blank, so that it begins where a screen may begin. */
const MOST_BLANK = 1 / 4;

/** The first line of the last screen, which is full or nearly full. It does not begin with a blank line. */
export function lastScreen(lines: readonly Line[], height: number): number {
  const full = Math.max(0, lines.length - height);
  const last = Math.min(lines.length - 1, full + Math.floor(height * MOST_BLANK));
  for (let start = full; start <= last; start++) if (mayBegin(lines, start, height)) return start;
  return Math.min(skipBlank(lines, full), Math.max(full, lines.length - 1));
}

/** The first line with text from `start` on. */
function skipBlank(lines: readonly Line[], start: number): number {
  let first = start;
  while (first < lines.length - 1 && isBlank(lines[first])) first++;
  return first;
}

/** The first line of the next screen, if this one begins at `top` and has `height` rows. */
export function turned(lines: readonly Line[], top: number, height: number): number {
  const unseen = top + height;
  if (unseen >= lines.length) return Math.max(top, lastScreen(lines, height));
  const end = endOfScreen(lines, top, height);
  const start = end < unseen ? end : beginning(lines, unseen, height, top + 1);
  const again = Math.min(underTableHead(lines, start, end, height), withCitation(lines, start));
  // A paragraph longer than a screen is still read to its end.
  return Math.max(again, Math.min(top + 1, lines.length - 1));
}

/** The line at or before `start` at which the repeated header of a table covers no line from `unseen` on. */
function underTableHead(lines: readonly Line[], start: number, unseen: number, height: number): number {
  const head = headOf(lines, start, height);
  if (!head) return start;
  let first = unseen;
  while (first < start && isBlank(lines[first])) first++;
  const again = Math.min(start, first - (head.end - head.first));
  return again < head.end ? head.first : again;
}

/** The line at `start`, or, if that begins a note that its paragraph cites, the last lines of the paragraph. */
function withCitation(lines: readonly Line[], start: number): number {
  let last = start - 1;
  while (last > 0 && isBlank(lines[last])) last--;
  const [own, above] = [lines[start], lines[last]];
  const isUnderText = own?.note !== undefined && above?.note === undefined && above?.block === own.block;
  return isUnderText ? lastLines(firstOf(lines, last), last + 1) : start;
}

/**
 * The first of the two last lines of a paragraph that ends before `end`; of a paragraph of three lines, its first, so
 * that no line remains alone.
 */
function lastLines(first: number, end: number): number {
  const again = end - AGAIN;
  return again - first < AGAIN ? first : again;
}

/**
 * The first line of the screen half a screen further; at most half a screen, if a screen may begin there. Rows that
 * stay together and fill the screen are passed as a whole.
 */
export function halfTurned(lines: readonly Line[], top: number, height: number): number {
  const half = top + Math.max(1, Math.floor(height / 2));
  for (let start = half; start > top; start--) if (mayBegin(lines, start, height)) return start;
  for (let start = half + 1; start < top + height; start++) {
    if (mayBegin(lines, start, height)) return underTableHead(lines, start, top + height, height);
  }
  return partedRows(lines, half, height) === undefined ? half : turned(lines, top, height);
}

/**
 * The first line of the screen before the one at `top`, if `next` turns forward: a line from which `next`
 * leads to `top`, otherwise one from which it leads further, so that no line is skipped.
 */
export function turnedBack(lines: readonly Line[], top: number, height: number, next: typeof turned): number {
  let spare: number | undefined;
  let least: number | undefined;
  // Turning forward skips blank lines.
  for (let start = Math.max(0, top - height - AGAIN); start < top; start++) {
    const then = next(lines, start, height);
    if (then < top) continue;
    least ??= start;
    if (!mayBegin(lines, start, height)) continue;
    if (then === top) return start;
    spare ??= start;
  }
  return spare ?? least ?? Math.max(0, top - 1);
}

/**
 * Whether a screen of `height` rows may begin with a line: not with the second or the last line of a
 * paragraph, right below a heading, or within a formula or a table's row that fits on the screen.
 */
export function mayBegin(lines: readonly Line[], at: number, height: number): boolean {
  if (at === 0) return true;
  const line = lines[at];
  if (!line || isBlank(line) || partedRows(lines, at, height) !== undefined) return false;
  if (!goesOn(lines, at)) return withHeading(lines, at) === at;
  return !isHeading(line) && !isRuleOf(lines, at) && goesOn(lines, at - 1) && goesOn(lines, at + 1);
}

/**
 * The end of a screen after a turn. A heading without its text, a single line of a paragraph, and a formula
 * or a table's row that the next screen can show whole move to the next screen. But the screen keeps at least half of its
 * rows, or a quarter before such rows.
 */
export function endOfScreen(lines: readonly Line[], top: number, height: number): number {
  const unseen = top + height;
  if (unseen >= lines.length) return lines.length;
  const together = partedRows(lines, unseen, height);
  const end = together === undefined ? firstWaiting(lines, unseen) : withHeading(lines, together);
  const head = top === 0 ? undefined : headOf(lines, top, height);
  const shown = end - top - (head ? head.end - head.first : 0);
  return shown >= height * (together === undefined ? LEAST : LEAST_BEFORE_ROWS) ? end : unseen;
}

/** The first line that belongs on the next screen, or `unseen`. */
function firstWaiting(lines: readonly Line[], unseen: number): number {
  if (!goesOn(lines, unseen)) {
    return Math.min(unseen, withHeading(lines, skipBlank(lines, unseen)));
  }
  const first = firstOf(lines, unseen);
  const isAlone = unseen - first < AGAIN || isHeading(lines[first]!);
  return isAlone ? withHeading(lines, first) : unseen;
}

/** The line, at least `least`, with which a screen begins so that reading continues with the line at `unseen`. */
function beginning(lines: readonly Line[], unseen: number, height: number, least: number): number {
  const together = partedRows(lines, unseen, height);
  if (together !== undefined) return Math.max(least, together);
  if (goesOn(lines, unseen)) {
    const first = firstOf(lines, unseen);
    // A heading was already visible if two lines of its text were.
    const again = unseen - first < AGAIN ? withHeading(lines, first) : lastLines(first, unseen);
    return Math.max(least, again);
  }
  return Math.max(least, withHeading(lines, skipBlank(lines, unseen)));
}

/** Whether a line continues the block of the line above it. */
export function goesOn(lines: readonly Line[], at: number): boolean {
  const [before, own] = [lines[at - 1], lines[at]];
  return !isBlank(before) && !isBlank(own) && before?.block === own?.block && before?.note === own?.note;
}

function firstOf(lines: readonly Line[], at: number): number {
  let first = at;
  while (goesOn(lines, first)) first--;
  return first;
}

/** The heading directly above a line, or the line. */
function withHeading(lines: readonly Line[], at: number): number {
  let above = at - 1;
  while (above > 0 && isBlank(lines[above])) above--;
  const heading = lines[above];
  const isOne = heading !== undefined && (isHeading(heading) || isRuleOf(lines, above));
  return isOne ? firstOf(lines, above) : at;
}

/** The rule under a heading. */
export function isRuleOf(lines: readonly Line[], at: number): boolean {
  return lines[at]?.spans.some(({ roles }) => roles.includes("headingRule")) === true && goesOn(lines, at);
}

/** Whether a line shows nothing, or is none. */
export function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.spans.every(({ text }) => text.trim() === "");
}
