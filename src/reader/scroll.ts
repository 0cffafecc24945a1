/**
 * Moves in lists and pages, as in less and vi.
 */
import type { Action } from "./keymap.ts";
import type { ListPlace } from "./state.ts";

/** The length of a move, in rows; the screen shows `height` of `length` rows. */
function distance(action: Action, height: number, length: number): number | undefined {
  switch (action) {
    case "down":
      return 1;
    case "up":
      return -1;
    case "halfDown":
      return Math.max(1, Math.floor(height / 2));
    case "halfUp":
      return -Math.max(1, Math.floor(height / 2));
    case "pageDown":
      return Math.max(1, height - OVERLAP);
    case "pageUp":
      return -Math.max(1, height - OVERLAP);
    case "top":
      return -length;
    case "bottom":
      return length;
    default:
      return undefined;
  }
}

/** The rows that stay on the screen when it turns a page. */
const OVERLAP = 2;

/** The number of rows, and the number of them on the screen. */
export interface Extent {
  readonly height: number;
  readonly length: number;
}

/** A place after a move, between 0 and `last`; undefined if `action` is not a move. */
function moved(
  action: Action,
  count: number,
  from: number,
  { height, length }: Extent,
  last: number,
): number | undefined {
  if (action === "line") return clamp(count - 1, 0, last);
  if (action === "percent") return Math.ceil((Math.min(100, count) * last) / 100);
  const rows = distance(action, height, length);
  return rows === undefined ? undefined : clamp(from + rows * count, 0, last);
}

/** The first row after a move; undefined if `action` is not a move. Scrolling ends at `last`, the last screenful. */
export function moveTop(
  action: Action,
  count: number,
  top: number,
  extent: Extent,
  last = Math.max(0, extent.length - extent.height),
): number | undefined {
  return moved(action, count, top, extent, last);
}

/** The cursor after a move; undefined if `action` is not a move. */
export function moveCursor(
  action: Action,
  count: number,
  cursor: number,
  extent: Extent,
): number | undefined {
  return moved(action, count, cursor, extent, Math.max(0, extent.length - 1));
}

/** A list after a move of its cursor; undefined if `action` is not a move. */
export function moveInList(
  action: Action,
  count: number,
  { cursor: from, top }: ListPlace,
  extent: Extent,
): ListPlace | undefined {
  const placed = topPlacing(action, from, extent);
  if (placed !== undefined) return { cursor: from, top: placed };
  const cursor = moveCursor(action, count, from, extent);
  return cursor === undefined ? undefined : { cursor, top: keepInView(cursor, top, extent) };
}

/** The first row that puts a row at the top, in the middle or at the bottom; undefined if `action` is none of these. */
export function topPlacing(action: Action, row: number, { height, length }: Extent): number | undefined {
  const above: { readonly [Own in Action]?: number } = {
    lineToTop: 0,
    lineToMiddle: Math.floor((height - 1) / 2),
    lineToBottom: height - 1,
  };
  const rows = above[action];
  return rows === undefined ? undefined : clamp(row - rows, 0, Math.max(0, length - height));
}

/** The first row of a list so that the cursor is on the screen, moved no further than needed. */
export function keepInView(cursor: number, top: number, { height, length }: Extent): number {
  const highest = Math.min(top, cursor);
  const lowest = Math.max(highest, cursor - Math.max(1, height) + 1);
  return clamp(lowest, 0, Math.max(0, length - height));
}

/** The stop a number of steps after `here`; it wraps around at both ends. */
export function stepped(here: number, step: number, length: number): { index: number; isWrapped: boolean } {
  const target = here + step;
  const index = ((target % length) + length) % length;
  return { index, isWrapped: index !== target };
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
