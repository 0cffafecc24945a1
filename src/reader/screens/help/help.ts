/**
 * The help: the keys of all screens, those of the current screen first.
 */
import { listHeight } from "../../geometry.ts";
import { only } from "../../messages.ts";
import { moveTop } from "../../scroll.ts";
import { popped } from "../../stack.ts";
import type { HelpScreen } from "../../state.ts";
import type { ScreenModule } from "../screen.ts";
import { helpLines } from "./lines.ts";
import { helpBottom, helpView } from "./view.ts";

export const helpScreen: ScreenModule<HelpScreen> = {
  context: () => "help",
  title: () => "Keys",
  update(state, screen, action, count) {
    if (action === "back") return only(popped(state));
    const { length } = helpLines(state.keymap, screen.about, state.size);
    const top = moveTop(action, count, screen.top, { height: listHeight(state.size), length }) ?? screen.top;
    return only({ ...state, screen: { ...screen, top } });
  },
  bottom: (state, { about, top }) => helpBottom(state, about, top),
  view: (state, { about, top }) => helpView(state, about, top),
};
