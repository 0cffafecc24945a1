/**
 * A box over the page: a note that is not on the screen, or an address before it is opened.
 */
import { layoutNote } from "../layout/layout.ts";
import { type Line, span } from "../layout/line.ts";
import { wrapRuns } from "../layout/wrap.ts";
import { safeAddress } from "../text/address.ts";
import { label } from "../text/visible.ts";
import { listHeight, pageHeight } from "./geometry.ts";
import type { Action } from "./keymap.ts";
import type { Look } from "./page.ts";
import { clamp, keepInView, moveTop } from "./scroll.ts";
import { spotOf, spotsIn } from "../page/spots.ts";
import type { Box, BoxScreen, Page, PageScreen, State } from "./state.ts";

/** Columns and rows of the frame. */
export const FRAME = { columns: 4, rows: 2 };
const WIDEST = 76;

/** The page under a box, and under the boxes under it. */
export function pageUnder({ under }: BoxScreen): PageScreen {
  return under.kind === "page" ? under : pageUnder(under);
}

export function noteBox(under: PageScreen | BoxScreen, page: Page, number: number, look: Look): BoxScreen {
  return boxed(under, { kind: "note", number }, page, look);
}

export function addressBox(under: PageScreen | BoxScreen, href: string, look: Look): BoxScreen {
  const { page } = under.kind === "page" ? under : pageUnder(under);
  return boxed(under, { kind: "address", href }, page, look);
}

function boxed(under: PageScreen | BoxScreen, holds: Box["holds"], page: Page, look: Look): BoxScreen {
  const lines = linesOf(holds, page, look);
  return { kind: "box", box: { holds, lines, spots: spotsIn(lines), focus: undefined, top: 0 }, under };
}

/** The box laid out for another width. */
export function relayBox(box: Box, page: Page, look: Look): Box {
  const lines = linesOf(box.holds, page, look);
  const top = Math.floor((box.top * lines.length) / Math.max(1, box.lines.length));
  const last = lines.length - boxHeight({ lines }, look);
  return { ...box, lines, spots: spotsIn(lines), top: clamp(top, 0, last) };
}

function linesOf(holds: Box["holds"], page: Page, look: Look): Line[] {
  const width = boxWidth(look);
  const { wrap, highlighter } = look;
  if (holds.kind === "note")
    return layoutNote(page.document, holds.number, { width, marks: "superscript", wrap, highlighter });
  const address = safeAddress(holds.href) || label(holds.href);
  return wrapRuns([span(address, "link")], width, "greedy").map((spans) => ({ spans, block: 0 }));
}

/** Columns inside the frame. */
export function boxWidth({ size }: Pick<Look, "size">): number {
  return Math.max(1, Math.min(WIDEST, size.columns - 2) - FRAME.columns);
}

/** Rows inside the frame. */
export function boxHeight({ lines }: Pick<Box, "lines">, { size }: Pick<Look, "size">): number {
  return Math.max(1, Math.min(lines.length, listHeight(size) - FRAME.rows));
}

/** The box after a move, or with the focus on another of its links; undefined if `action` is neither. */
export function moveBox(box: Box, action: Action, count: number, look: Look): Box | undefined {
  const height = boxHeight(box, look);
  if (action === "nextLink" || action === "previousLink") {
    const stops = box.spots.filter(({ target }) => target.kind !== "note");
    if (stops.length === 0) return box;
    const here = stops.findIndex(({ key }) => key === box.focus);
    // From what has the focus, if it is on the screen; else from the edge of the box.
    const isSeen = here >= 0 && stops[here]!.line >= box.top && stops[here]!.line < box.top + height;
    const edge = stops.findIndex(({ line }) => line >= box.top + (action === "nextLink" ? 0 : height));
    const below = edge < 0 ? stops.length : edge;
    const step = action === "nextLink" ? count : -count;
    const target = isSeen ? here + step : step > 0 ? below + step - 1 : below + step;
    const spot = stops[((target % stops.length) + stops.length) % stops.length]!;
    return { ...box, focus: spot.key, top: keepInView(spot.line, box.top, height, box.lines.length) };
  }
  const top = moveTop(action, count, box.top, height, box.lines.length);
  return top === undefined ? undefined : { ...box, top };
}

export function boxSpot(box: Box): ReturnType<typeof spotOf> {
  return spotOf(box.spots, box.focus);
}

/** Where a box stands on the screen: at the bottom, or at the top where it would hide what it belongs to. */
export function boxFrame(
  state: Pick<State, "size">,
  screen: BoxScreen,
): { row: number; column: number; inner: { columns: number; rows: number } } {
  const { page } = pageUnder(screen);
  const inner = { columns: boxWidth(state), rows: boxHeight(screen.box, state) };
  const height = pageHeight(state.size);
  const bottom = Math.max(0, height - inner.rows - FRAME.rows);
  const mark = spotOf(page.spots, page.focus)?.line ?? page.top;
  const hides = mark - page.top >= bottom;
  const column = Math.max(0, Math.floor((state.size.columns - inner.columns - FRAME.columns) / 2));
  return { row: hides ? 0 : bottom, column, inner };
}
