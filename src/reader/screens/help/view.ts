/**
 * The help on the screen.
 */
import type { Row } from "../../../layout/line.ts";
import { listHeight } from "../../geometry.ts";

import { hint } from "../../keymap.ts";
import { nothingShown } from "../../narrowing.ts";
import type { HelpScreen, State } from "../../state.ts";
import { helpLines, type HelpRow } from "./lines.ts";
import { emptyRows, filled, header } from "../../bars.ts";
import type { StatusLine } from "../../bottom.ts";

/** The lines of the help that contain the typed words. */
export function shownHelp({ keymap, size }: State, { about, narrowing }: HelpScreen): readonly HelpRow[] {
  return helpLines(keymap, about, size, narrowing?.words ?? "");
}

/** The end of a screen that begins at `top`: a key with its words moves to the next screen if it is not whole on this one. */
export function endOf(rows: readonly HelpRow[], top: number, height: number): number {
  const end = Math.min(rows.length, top + height);
  const whole = beginningOf(rows, end);
  return whole > top + height / 2 ? whole : end;
}

/** The row at or before `at` that does not stay with the row above it. */
export function beginningOf(rows: readonly HelpRow[], at: number): number {
  let first = at;
  while (rows[first]?.goesOn) first--;
  return first;
}

export function helpView(state: State, screen: HelpScreen): Row[] {
  const height = listHeight(state.size);
  const all = shownHelp(state, screen);
  const lines = all.slice(screen.top, endOf(all, screen.top, height));
  const empty = nothingShown(screen, "No keys are bound.", state.keymap);
  const shown = all.length > 0 ? lines : emptyRows(empty, state.size);
  return [...header("Keys", "", state.size), ...filled(shown, height)];
}

export function helpBottom(state: State, screen: HelpScreen): StatusLine {
  const { keymap, size } = state;
  const more =
    endOf(shownHelp(state, screen), screen.top, listHeight(size)) < shownHelp(state, screen).length
      ? ["more below"]
      : [];
  const hints = [...hint(keymap, "help", "down", "down"), ...hint(keymap, "help", "filter", "find")];
  return { kind: "status", hints, leave: ["back", "back"], place: more };
}
