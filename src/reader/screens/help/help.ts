/**
 * The help: the keys of all screens, those of the current screen first.
 */
import { listHeight } from "../../geometry.ts";
import { only } from "../../messages.ts";
import { moveTop } from "../../scroll.ts";
import { popped } from "../../stack.ts";
import type { HelpScreen } from "../../state.ts";
import { narrowable } from "../narrowable.ts";
import { helpBottom, helpView, shownHelp } from "./view.ts";

export const helpScreen = narrowable<HelpScreen>(
  {
    context: () => "help",
    title: () => "Keys",
    update(state, screen, action, count) {
      if (action === "back") return only(popped(state));
      const { length } = shownHelp(state, screen);
      const extent = { height: listHeight(state.size), length };
      const top = moveTop(action, count, screen.top, extent) ?? screen.top;
      return only({ ...state, screen: { ...screen, top } });
    },
    bottom: helpBottom,
    view: helpView,
  },
  { refit: (_, screen) => ({ ...screen, top: 0 }) },
);
