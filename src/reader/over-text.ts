/**
 * The column of a box over an essay: that of the text, so that notes beside the text, and the other one of two pages, stay
 * visible.
 *
 *       the text in its column   ¹ a note
 *     ╭─ note 3 ─────────────────╮ beside
 *     │ the box over the text    │ it
 *     ╰──────────────────────────╯
 */
import { spotOf } from "../page/spots.ts";
import { FRAME } from "./framed.ts";
import { pageHeight } from "./geometry.ts";
import { clamp } from "./scroll.ts";
import { type PagePlacement, pagesSeen, type View } from "./spread.ts";
import type { State } from "./state.ts";

/** The column at which a box with `columns` inside begins, over the text of the page that shows a line. */
export function columnOver(view: View, page: PagePlacement, line: number, columns: number): number {
  const pages = pagesSeen(view, page);
  const own = pages.find(({ top }) => line >= top && line < top + pageHeight(view.size)) ?? pages[0]!;
  return clamp(own.text[0] - FRAME.columns / 2, 0, Math.max(0, lastColumn(view, columns)));
}

/** The same for a box over the screen below: over its text if it is an essay, otherwise in the middle. */
export function columnOverBelow(state: State, columns: number): number {
  const under = state.below.findLast(({ kind }) => kind !== "peek" && kind !== "pipe" && kind !== "answer");
  if (under?.kind !== "page") return Math.max(0, Math.floor(lastColumn(state, columns) / 2));
  const { page } = under;
  return columnOver(state, page, spotOf(page.spots, page.focus)?.line ?? page.top, columns);
}

function lastColumn({ size }: View, columns: number): number {
  return size.columns - columns - FRAME.columns;
}
