/**
 * Two pages side by side, where the user wants them and the screen is wide enough: how many lines are seen, and which of them
 * stands where. What asks here need not know whether it is one page or two.
 *
 *     top ─▶ ┌────────┐ ┌────────┐ ◀─ top + rows
 *            │        │ │        │
 *            └────────┘ └────────┘    turning goes on by a spread
 */
import { GUTTER, hasSpread, pageHeight, pageMargin } from "./geometry.ts";
import type { Page, State } from "./state.ts";

/** What decides whether there are two pages. */
export type View = Pick<State, "size" | "spread">;

/** How many lines are seen. */
export function seenRows(view: View): number {
  return hasSpread(view) ? 2 * pageHeight(view.size) : pageHeight(view.size);
}

/** The first line that is seen if `top` is to be: that of its spread, or itself. */
export function spreadTop(view: View, top: number): number {
  const rows = seenRows(view);
  return hasSpread(view) ? Math.floor(top / rows) * rows : top;
}

/** The last first line. */
export function lastTop(lines: Page["lines"], view: View): number {
  const rows = seenRows(view);
  return hasSpread(view) ? spreadTop(view, Math.max(0, lines.length - 1)) : Math.max(0, lines.length - rows);
}

/** Rows above a line that is brought into view: none where whole pages are. */
export function lead(view: View): number {
  return hasSpread(view) ? 0 : Math.floor(pageHeight(view.size) / 3);
}

/** The row of the screen on which a line that is seen stands. */
export function rowOf(view: View, { top }: Pick<Page, "top">, line: number): number {
  return hasSpread(view) ? (line - top) % pageHeight(view.size) : line - top;
}

/** Columns of the text of one of two pages. */
export function textColumns({ middle }: Pick<Page, "middle">): number {
  return (middle - GUTTER) / 2;
}

/** The pages that are seen: the column at which each begins, and its first line. */
export function pagesSeen(
  view: View,
  page: Pick<Page, "top" | "middle" | "width">,
): { column: number; top: number }[] {
  const column = pageMargin(view.size, page);
  if (!hasSpread(view)) return [{ column, top: page.top }];
  const text = textColumns(page);
  const left = { column: column - (page.width - text), top: page.top };
  return [left, { column: column + text + GUTTER, top: page.top + pageHeight(view.size) }];
}

/** The line and the column in it at a place of the screen. */
export function lineUnder(
  view: View,
  page: Pick<Page, "top" | "middle" | "width">,
  at: { readonly row: number; readonly column: number },
): { line: number; column: number } {
  const pages = pagesSeen(view, page);
  const own = pages.findLast(({ column }) => at.column >= column) ?? pages[0]!;
  return { line: own.top + at.row, column: at.column - own.column };
}
