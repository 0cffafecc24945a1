/**
 * The actions of keys and clicks in a box over the page.
 */
import { blockPassage } from "../../../page/passage.ts";
import { focusedSpot } from "../../boxed.ts";
import type { Action } from "../../keymap.ts";
import { ask, only, type Updated } from "../../messages.ts";
import type { PageMode, PageScreen, State } from "../../state.ts";
import { boxFrame, moveBox, topBox, withoutBox, withTop } from "./box.ts";
import { follow, targetWords } from "./follow.ts";
import { peekAt } from "./peek-at.ts";
import { spotUnder } from "./spot-under.ts";
import type { Click } from "../screen.ts";

type BoxMode = Extract<PageMode, { kind: "box" }>;

export function onBox(
  state: State,
  screen: PageScreen,
  mode: BoxMode,
  action: Action,
  count: number,
): Updated {
  const box = topBox(mode);
  const { holds } = box;
  const closed = (): State => ({ ...state, screen: withoutBox(screen, mode) });
  switch (action) {
    case "back":
      return only(closed());
    case "follow": {
      if (holds.kind === "address") return ask(closed(), { kind: "browse", href: holds.href });
      const spot = focusedSpot(box);
      return spot ? follow(state, screen, spot) : only(closed());
    }
    case "peek": {
      const spot = focusedSpot(box);
      return spot
        ? peekAt(state, screen, spot)
        : only({ ...state, message: "Tab goes to a link in the box, i peeks at it" });
    }
    case "copy": {
      if (holds.kind === "address")
        return ask(closed(), { kind: "copy", text: holds.href, what: "the address" });
      if (holds.kind === "formula")
        return ask(closed(), { kind: "copy", text: holds.tex, what: "the formula" });
      const text = blockPassage(screen.page, -1, holds.number);
      return ask(closed(), { kind: "copy", text, what: `note ${holds.number}, with its source` });
    }
    default: {
      const moved = moveBox(box, action, count, state);
      if (!moved) return only(state);
      const spot = moved.focus === box.focus ? undefined : focusedSpot(moved);
      const message = spot ? targetWords(state, screen.page, spot) : "";
      return only({ ...state, screen: { ...screen, mode: withTop(mode, moved) }, message });
    }
  }
}

/** A click beside the box closes it. */
export function clickedBox(state: State, screen: PageScreen, mode: BoxMode, { row, column }: Click): Updated {
  const box = topBox(mode);
  const frame = boxFrame(screen.page, box);
  const line = row - frame.row - 1;
  const inside = column - frame.column - 2;
  if (line < 0 || line >= frame.inner.rows || inside < 0 || inside >= frame.inner.columns)
    return only({ ...state, screen: withoutBox(screen, mode) });
  const spot = spotUnder(box, box.top + line, inside, state.reorders);
  return box.holds.kind === "address" || !spot ? only(state) : follow(state, screen, spot);
}
