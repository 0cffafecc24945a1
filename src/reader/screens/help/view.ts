/**
 * The help on the screen.
 */
import type { Row } from "../../../layout/line.ts";
import { listHeight } from "../../geometry.ts";

import { hint } from "../../keymap.ts";
import { nothingShown } from "../../narrowing.ts";
import type { HelpScreen, State } from "../../state.ts";
import { helpLines } from "./lines.ts";
import { emptyRows, filled, header } from "../../bars.ts";
import type { StatusLine } from "../../bottom.ts";

/** The lines of the help that contain the typed words. */
export function shownHelp({ keymap, size }: State, { about, narrowing }: HelpScreen): readonly Row[] {
  return helpLines(keymap, about, size, narrowing?.words ?? "");
}

export function helpView(state: State, screen: HelpScreen): Row[] {
  const height = listHeight(state.size);
  const all = shownHelp(state, screen);
  const lines = all.slice(screen.top, screen.top + height);
  const empty = nothingShown(screen, "No keys are bound.", state.keymap);
  const shown = all.length > 0 ? lines : emptyRows(empty, state.size);
  return [...header("Keys", "", state.size), ...filled(shown, height)];
}

export function helpBottom(state: State, screen: HelpScreen): StatusLine {
  const { keymap, size } = state;
  const more = screen.top + listHeight(size) < shownHelp(state, screen).length ? ["more below"] : [];
  const hints = [...hint(keymap, "help", "down", "down"), ...hint(keymap, "help", "filter", "find")];
  return { kind: "status", hints, leave: ["back", "back"], place: more };
}
