/**
 * What keys do in a box over the page.
 */
import { boxSpot, moveBox, pageUnder } from "./box.ts";
import { follow, targetWords } from "./follow.ts";
import type { Action } from "./keymap.ts";
import { blockPassage } from "../page/passage.ts";
import type { Updated } from "./messages.ts";
import type { BoxScreen, State } from "./state.ts";
import { ask, only } from "./updated.ts";

export function onBox(state: State, screen: BoxScreen, action: Action, count: number): Updated {
  const { box, under } = screen;
  const { holds } = box;
  switch (action) {
    case "back":
      return only({ ...state, screen: under });
    case "follow": {
      if (holds.kind === "address")
        return ask({ ...state, screen: under }, { kind: "browse", href: holds.href });
      const spot = boxSpot(box);
      return spot ? follow(state, pageUnder(screen), screen, spot) : only({ ...state, screen: under });
    }
    case "copy": {
      if (holds.kind === "address")
        return ask({ ...state, screen: under }, { kind: "copy", text: holds.href, what: "the address" });
      const text = blockPassage(pageUnder(screen).page, -1, holds.number);
      return ask(
        { ...state, screen: under },
        { kind: "copy", text, what: `note ${holds.number}, with its source` },
      );
    }
    default: {
      const moved = moveBox(box, action, count, state);
      if (!moved) return only(state);
      const spot = moved.focus === box.focus ? undefined : boxSpot(moved);
      const message = spot ? targetWords(state, pageUnder(screen).page, spot) : "";
      return only({ ...state, screen: { ...screen, box: moved }, message });
    }
  }
}
