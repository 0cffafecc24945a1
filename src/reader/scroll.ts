/**
 * Moves in lists and pages, as less and vi have them.
 */
import type { Action } from "./keymap.ts";

/** How far a move goes, in rows; `height` is what the screen shows of `length` rows. */
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

/** Rows that stay on the screen when it moves by a page, for the eye to hold on to. */
const OVERLAP = 2;

/** The first row after a move; undefined if `action` is no move. Beyond the last screenful nothing scrolls. */
export function moveTop(
  action: Action,
  count: number,
  top: number,
  height: number,
  length: number,
): number | undefined {
  if (action === "line") return clamp(count - 1, 0, Math.max(0, length - height));
  const rows = distance(action, height, length);
  return rows === undefined ? undefined : clamp(top + rows * count, 0, Math.max(0, length - height));
}

/** The cursor after a move; undefined if `action` is no move. */
export function moveCursor(
  action: Action,
  count: number,
  cursor: number,
  height: number,
  length: number,
): number | undefined {
  if (action === "line") return clamp(count - 1, 0, Math.max(0, length - 1));
  const rows = distance(action, height, length);
  return rows === undefined ? undefined : clamp(cursor + rows * count, 0, Math.max(0, length - 1));
}

/** The first row of a list so that the cursor is on the screen, moved no further than needed. */
export function keepInView(cursor: number, top: number, height: number, length: number): number {
  const highest = Math.min(top, cursor);
  const lowest = Math.max(highest, cursor - Math.max(1, height) + 1);
  return clamp(lowest, 0, Math.max(0, length - height));
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
