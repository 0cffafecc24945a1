/**
 * Turns pages by a screen or half of one, forward and back. The turns are remembered, so that turning back
 * shows the same screens again, and so does turning forward after it.
 */
import type { Line } from "../../../layout/line.ts";
import { halfTurned, turned, turnedBack } from "../../../page/turning.ts";
import { pageHeight } from "../../geometry.ts";
import type { Action } from "../../keymap.ts";
import { lastTop, type View } from "../../spread.ts";
import type { Page, Turn } from "../../state.ts";

type Turning = Turn["action"];

/** The most turns that are remembered. */
const MOST = 400;

const OPPOSITE: Readonly<Record<Turning, Turning>> = {
  pageDown: "pageUp",
  pageUp: "pageDown",
  halfDown: "halfUp",
  halfUp: "halfDown",
};

function isTurning(action: Action): action is Turning {
  return action in OPPOSITE;
}

/** The place of a single page after `count` turns, and the turns to it; undefined if `action` does not turn pages. */
export function turnsAfter(
  page: Pick<Page, "lines" | "top" | "turns">,
  action: Action,
  count: number,
  view: View,
): Pick<Page, "top" | "turns"> | undefined {
  if (!isTurning(action)) return undefined;
  const turns = [...page.turns];
  let { top } = page;
  for (let turn = 0; turn < count; turn++) {
    const last = turns.at(-1);
    if (last !== undefined && last.action === OPPOSITE[action] && last.to === top) {
      turns.pop();
      top = last.from;
      continue;
    }
    const to = target(page.lines, action, top, view);
    if (to === top) break;
    turns.push({ action, from: top, to });
    top = to;
  }
  return { turns: turns.slice(-MOST), top };
}

/** The first line of the screen to which a turn leads. */
function target(lines: readonly Line[], action: Turning, top: number, view: View): number {
  const height = pageHeight(view.size);
  const most = lastTop(lines, view);
  const isHalf = action === "halfDown" || action === "halfUp";
  const next: typeof turned = (own, from, rows) =>
    Math.min((isHalf ? halfTurned : turned)(own, from, rows), most);
  if (action === "pageDown" || action === "halfDown") return next(lines, top, height);
  return top === 0 ? 0 : turnedBack(lines, top, height, next);
}
