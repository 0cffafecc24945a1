/**
 * The header of a list, its rows, and the progress of reading the library.
 */
import { cutLine, spread } from "../layout/cut.ts";
import { type Row, span } from "../layout/line.ts";
import { fewLines } from "../layout/few-lines.ts";
import { closed } from "../text/visible.ts";
import { truncate, width } from "../text/width.ts";
import { headerRows, listHeight, rowsAboveTitle } from "./geometry.ts";
import type { Size } from "./state.ts";
import type { Progress } from "../library/index/refresh.ts";

/** The columns that a long text on the right leaves for the title. */
const LEAST_TITLE = 8;

/** The rows above a list. */
export function header(left: string, right: string, size: Size): Row[] {
  const { columns } = size;
  const end = partsIn(right, columns - 4 - Math.min(width(left), LEAST_TITLE));
  const room = columns - width(end) - 4;
  const line = spread(
    [span(` ${closed(truncate(left, room))}`, "strong")],
    [span(`${end} `, "quiet")],
    columns,
  );
  const above = filled([], rowsAboveTitle(size));
  return filled([...above, line], headerRows(size));
}

/** Between the parts of a text at the right. */
export const DOT = "  ·  ";
/** Fewer columns of a part say nothing. */
const LEAST_PART = 16;

/** The first parts of a text that fit; the part after them is cut if enough of it fits. */
function partsIn(text: string, columns: number): string {
  const parts = text.split(DOT);
  for (let count = parts.length; count > 0; count--) {
    const whole = parts.slice(0, count).join(DOT);
    if (width(whole) <= columns) return whole;
    const before = count === 1 ? 0 : width(parts.slice(0, count - 1).join(DOT) + DOT);
    if (columns - before >= LEAST_PART) return truncate(whole, columns);
  }
  return "";
}

/** `reading ▓▓▓▓░░░░ 40 %` */
export function progressBar({ done, total }: Progress): string {
  const part = total === 0 ? 0 : done / total;
  const filled = Math.round(part * BAR);
  return `reading ${"▓".repeat(filled)}${"░".repeat(BAR - filled)} ${Math.min(MOST_PERCENT, Math.floor(part * 100))} %`;
}

/** The progress of reading the library: the listed essays among all files, and a bar. */
export function progressParts(progress: Progress, listed: number): string[] {
  const { total } = progress;
  return [...(total > listed ? [`${listed} of ${total} listed`] : []), progressBar(progress)];
}

const BAR = 16;
/** The largest percentage that is shown, because the essays must still be stored and listed. */
const MOST_PERCENT = 99;

/** Rows with a blank one above them, unless the header of this screen has one. */
export function belowHeader(rows: readonly Row[], size: Size): Row[] {
  return headerRows(size) > 1 ? [...rows] : [{ spans: [] }, ...rows];
}

/** The text of an empty list: what is missing, and the key that changes this. */
export function emptyWords(what: string, hints: readonly string[]): string {
  return `${[what, ...hints].join(": ")}.`;
}

/** Below this width, a message is indented less. */
const NARROW = 30;

/** The message of an empty list, on as many rows as it needs and the list has. */
export function emptyRows(words: string, size: Size): Row[] {
  const { columns } = size;
  const indent = columns < NARROW ? 1 : 3;
  const lines = fewLines([span(words, "quiet")], Math.max(1, columns - indent - 1), listHeight(size));
  return lines.map((spans) => ({ spans: [span(" ".repeat(indent)), ...spans] }));
}

/** Exactly `height` rows: those of `shown`, then blank ones. */
export function filled(shown: readonly Row[], height: number): Row[] {
  return Array.from({ length: height }, (_, index) => shown[index] ?? { spans: [] });
}

/** The rows of a whole screen: `above`, then blank ones, then the bottom. None is wider than the screen. */
export function wholeScreen(above: readonly Row[], bottom: readonly Row[], { columns, rows }: Size): Row[] {
  const all = [...filled(above, rows - bottom.length), ...bottom];
  return all.slice(0, rows).map((row) => cutLine(row, columns));
}
