/**
 * Moves within a box: its lines scroll, and Tab goes through its links and marks.
 */
import { type Spot, spotOf } from "../page/spots.ts";
import type { Action } from "./keymap.ts";
import type { Boxed } from "./page-state.ts";
import { keepInView, moveTop, stepped } from "./scroll.ts";

/** The box after a move, or with the focus on another of its links; undefined if `action` is neither. `height` is in rows. */
export function movedInBox<Own extends Boxed>(
  box: Own,
  action: Action,
  count: number,
  height: number,
): Own | undefined {
  const extent = { height, length: box.lines.length };
  if (action !== "nextLink" && action !== "previousLink") {
    const top = moveTop(action, count, box.top, extent);
    return top === undefined ? undefined : { ...box, top };
  }
  const stops = box.spots.filter(({ target }) => target.kind !== "note");
  if (stops.length === 0) return box;
  const here = stops.findIndex(({ key }) => key === box.focus);
  // This counts from the focus if it is on the screen, otherwise from the edge of the box.
  const isSeen = here >= 0 && stops[here]!.line >= box.top && stops[here]!.line < box.top + height;
  const edge = stops.findIndex(({ line }) => line >= box.top + (action === "nextLink" ? 0 : height));
  const below = edge < 0 ? stops.length : edge;
  const step = action === "nextLink" ? count : -count;
  const from = isSeen ? here : step > 0 ? below - 1 : below;
  const spot = stops[stepped(from, step, stops.length).index]!;
  return { ...box, focus: spot.key, top: keepInView(spot.line, box.top, extent) };
}

/** The link or mark that has the focus. */
export function focusedSpot({ spots, focus }: Boxed): Spot | undefined {
  return spotOf(spots, focus);
}
