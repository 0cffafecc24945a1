/**
 * The help: the keys of all screens, those of the current screen first.
 */
import { listHeight } from "../../geometry.ts";
import type { Action } from "../../keymap.ts";
import { only } from "../../messages.ts";
import { moveTop } from "../../scroll.ts";
import { popped } from "../../stack.ts";
import type { HelpScreen } from "../../state.ts";
import { narrowable } from "../narrowable.ts";
import { beginningOf, helpBottom, helpView, shownHelp } from "./view.ts";

const TURNS: ReadonlySet<Action> = new Set(["pageDown", "pageUp", "halfDown", "halfUp"]);

export const helpScreen = narrowable<HelpScreen>(
  {
    context: () => "help",
    title: () => "Keys",
    update(state, screen, action, count) {
      if (action === "back") return only(popped(state));
      const rows = shownHelp(state, screen);
      const extent = { height: listHeight(state.size), length: rows.length };
      const moved = moveTop(action, count, screen.top, extent) ?? screen.top;
      // A screen begins with a whole key, unless the user moves by rows or the help ends.
      const isEnd = moved >= extent.length - extent.height;
      const whole = TURNS.has(action) && !isEnd ? beginningOf(rows, moved) : moved;
      const isStuck = moved > screen.top && whole <= screen.top;
      return only({ ...state, screen: { ...screen, top: isStuck ? moved : whole } });
    },
    bottom: helpBottom,
    view: helpView,
  },
  { refit: (_, screen) => ({ ...screen, top: 0 }) },
);
