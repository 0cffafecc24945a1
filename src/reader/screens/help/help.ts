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
import { beginningOf, columnsOf, helpBottom, helpView, lastTop, screenEnd, shownHelp } from "./view.ts";

const TURNS: ReadonlySet<Action> = new Set(["pageDown", "pageUp", "halfDown", "halfUp"]);

export const helpScreen = narrowable<HelpScreen>(
  {
    context: () => "help",
    title: () => "Keys",
    update(state, screen, action, count) {
      if (action === "back") return only(popped(state));
      const rows = shownHelp(state, screen);
      const { size } = state;
      const extent = { height: columnsOf(size) * listHeight(size), length: rows.length };
      const last = lastTop(rows, size);
      const to = moveTop(action, count, screen.top, extent, last) ?? screen.top;
      // Columns that end with a whole key leave rows for the next screen.
      const moved =
        action === "pageDown" && count === 1 ? Math.min(to, screenEnd(rows, screen.top, size)) : to;
      // A screen begins with a whole key, unless the user moves by rows or the help ends.
      const isEnd = moved >= last;
      const whole = TURNS.has(action) && !isEnd ? beginningOf(rows, moved) : moved;
      const isStuck = moved > screen.top && whole <= screen.top;
      return only({ ...state, screen: { ...screen, top: isStuck ? moved : whole } });
    },
    bottom: helpBottom,
    view: helpView,
  },
  { refit: (_, screen) => ({ ...screen, top: 0 }) },
);
