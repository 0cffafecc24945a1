/**
 * Two pages side by side, if the user wants them and the screen is wide enough: the number of visible lines, and the place of each
 * on the screen. Callers need not know whether one page is shown or two.
 *
 *     top ─▶ ┌────────┐ ┌────────┐ ◀─ top + rows
 *            │        │ │        │
 *            └────────┘ └────────┘    pages turn two at a time
 *
 * Right-to-left text has its notes at the left, and the first of two pages is the right one.
 */
import { GAP } from "../layout/measure.ts";
import { endOfScreen, lastScreen } from "../page/turning.ts";
import { gutter, hasSpread, pageHeight, pageMargin } from "./geometry.ts";
import type { Page, State } from "./state.ts";

/** The parts of the state that decide whether two pages are shown. */
export type View = Pick<State, "size" | "spread">;

/** The number of visible lines. */
export function seenRows(view: View): number {
  return hasSpread(view) ? 2 * pageHeight(view.size) : pageHeight(view.size);
}

/**
 * The line after the last visible one. After the turn of a page, and at the top, the rows that move to the next screen stay blank; a search, a
 * focus, and a move by lines need every row.
 */
export function seenEnd(
  { lines, top, turnedTo, find, focus }: Pick<Page, "lines" | "top" | "turnedTo" | "find" | "focus">,
  view: View,
): number {
  const rows = seenRows(view);
  const isTurned = top === 0 || top === turnedTo;
  const holdsBack = !hasSpread(view) && isTurned && !find && focus === undefined;
  return holdsBack ? endOfScreen(lines, top, rows) : top + rows;
}

/** The first visible line if `top` is to be visible: the first line of its spread, or `top` itself. */
export function spreadTop(view: View, top: number): number {
  const rows = seenRows(view);
  return hasSpread(view) ? Math.floor(top / rows) * rows : top;
}

/** The highest number that the first visible line may have. */
export function lastTop(lines: Page["lines"], view: View): number {
  const rows = seenRows(view);
  return hasSpread(view) ? spreadTop(view, Math.max(0, lines.length - 1)) : lastScreen(lines, rows);
}

/** The number of rows above a line that is brought into view. It is 0 if two pages are shown. */
export function lead(view: View): number {
  return hasSpread(view) ? 0 : Math.floor(pageHeight(view.size) / 3);
}

/** The row of the screen that shows a visible line. */
export function rowOf(view: View, { top }: Pick<Page, "top">, line: number): number {
  return hasSpread(view) ? (line - top) % pageHeight(view.size) : line - top;
}

/** The values that decide the place of a page on the screen. */
export type PagePlacement = Pick<Page, "top" | "text" | "width" | "isMirrored">;

/** A visible page. */
interface PageSeen {
  /** The column at which it begins, with its notes if they are at the left. */
  readonly column: number;
  /** Its first line. */
  readonly top: number;
  /** The column at which its text begins, and the one after its text. */
  readonly text: readonly [start: number, end: number];
  /** The column at which notes beside its text begin. */
  readonly note: number;
}

/** The visible pages from left to right. */
export function pagesSeen(view: View, page: PagePlacement): PageSeen[] {
  const { text, width, isMirrored, top } = page;
  const margin = pageMargin(view, text);
  const seen = (column: number, own: number, hasNotesAtLeft: boolean): PageSeen => {
    const start = hasNotesAtLeft ? column + width - text : column;
    const note = hasNotesAtLeft ? column : start + text + GAP;
    return { column, top: own, text: [start, start + text], note };
  };
  if (!hasSpread(view))
    return [seen(isMirrored ? view.size.columns - margin - width : margin, top, isMirrored)];
  const next = top + pageHeight(view.size);
  const [left, right] = isMirrored ? [next, top] : [top, next];
  return [
    seen(margin - (width - text), left, true),
    seen(margin + text + gutter(view.size, text), right, false),
  ];
}

/** The line at a place of the screen, and the column in that line. */
export function lineUnder(
  view: View,
  page: PagePlacement,
  at: { readonly row: number; readonly column: number },
): { line: number; column: number } {
  const pages = pagesSeen(view, page);
  const own = pages.findLast(({ column }) => at.column >= column) ?? pages[0]!;
  return { line: own.top + at.row, column: at.column - own.column };
}
