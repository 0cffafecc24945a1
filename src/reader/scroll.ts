/**
 * Moves in lists and pages, as in less and vi.
 */
import type { Action } from "./keymap.ts";
import type { ListPlace } from "./state.ts";

/** The rows by which a move scrolls; undefined if `action` moves by items, or not at all. */
function turnOf(action: Action, height: number): number | undefined {
  switch (action) {
    case "halfDown":
      return Math.max(1, Math.floor(height / 2));
    case "halfUp":
      return -Math.max(1, Math.floor(height / 2));
    case "pageDown":
      return Math.max(1, height - OVERLAP);
    case "pageUp":
      return -Math.max(1, height - OVERLAP);
    default:
      return undefined;
  }
}

/** The rows that stay on the screen when it turns a page. */
const OVERLAP = 2;

/** The items of a list, and the rows of the screen for them. */
export interface Extent {
  readonly height: number;
  /** The number of items. */
  readonly length: number;
  /** The rows of an item; if absent, each has one. */
  readonly rowsOf?: (index: number, isUnderCursor: boolean) => number;
}

/** The length of a move from an item, in items; undefined if `action` is not a move. */
function distance(action: Action, count: number, from: number, extent: Extent): number | undefined {
  const turn = turnOf(action, extent.height);
  if (turn !== undefined) return Math.sign(turn) * itemsIn(Math.abs(turn) * count, from, turn, extent);
  switch (action) {
    case "down":
      return count;
    case "up":
      return -count;
    case "top":
      return -extent.length;
    case "bottom":
      return extent.length;
    default:
      return undefined;
  }
}

/** The number of items that fit in `rows` after an item, or before it if `direction` is negative; at least 1. */
function itemsIn(rows: number, from: number, direction: number, { length, rowsOf }: Extent): number {
  if (!rowsOf) return rows;
  const step = Math.sign(direction);
  let at = from + step;
  for (let left = rows; at >= 0 && at < length; at += step) {
    left -= rowsOf(at, false);
    if (left < 0) break;
  }
  return Math.max(1, Math.abs(at - from) - 1);
}

/** A place after a move, between 0 and `last`; undefined if `action` is not a move. */
function moved(
  action: Action,
  count: number,
  from: number,
  extent: Extent,
  last: number,
): number | undefined {
  if (action === "line") return clamp(count - 1, 0, last);
  if (action === "percent") return Math.ceil((Math.min(100, count) * last) / 100);
  const items = distance(action, count, from, extent);
  return items === undefined ? undefined : clamp(from + items, 0, last);
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

/** The first item that puts an item at the top, in the middle or at the bottom; undefined if `action` is none of these. */
export function topPlacing(action: Action, item: number, extent: Extent): number | undefined {
  const { height } = extent;
  const rowsTo: { readonly [Own in Action]?: number } = {
    lineToTop: 0,
    lineToMiddle: Math.floor((height - 1) / 2) + 1,
    lineToBottom: height,
  };
  const rows = rowsTo[action];
  if (rows === undefined) return undefined;
  if (extent.length === 0) return 0;
  return clamp(firstOf(item, rows, item, extent), 0, lastTop(item, extent));
}

/** The first item of a list so that the cursor is on the screen, moved no further than needed. */
export function keepInView(cursor: number, top: number, extent: Extent): number {
  if (extent.length === 0) return 0;
  const highest = Math.min(top, cursor);
  const lowest = Math.max(highest, firstOf(cursor, extent.height, cursor, extent));
  return clamp(lowest, 0, lastTop(cursor, extent));
}

/** The first of the items that fit in `rows` and end with `last`; `last` itself if it does not fit. */
function firstOf(last: number, rows: number, cursor: number, { rowsOf }: Extent): number {
  if (!rowsOf) return last - Math.max(1, rows) + 1;
  let first = last;
  for (let left = rows - rowsOf(last, last === cursor); first > 0; first--) {
    left -= rowsOf(first - 1, first - 1 === cursor);
    if (left < 0) break;
  }
  return first;
}

/** The first item of the last screenful. */
function lastTop(cursor: number, extent: Extent): number {
  const { length, height } = extent;
  return Math.max(0, firstOf(length - 1, height, cursor, extent));
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
