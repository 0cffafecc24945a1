/**
 * The help on the screen.
 */
import type { Row } from "../../../layout/line.ts";
import { listHeight } from "../../geometry.ts";

import { type Context, hint } from "../../keymap.ts";
import type { State } from "../../state.ts";
import { helpLines } from "./lines.ts";
import { filled, header } from "../../bars.ts";
import type { Bottom } from "../../bottom.ts";

export function helpView(state: State, asked: Context, top: number): Row[] {
  const height = listHeight(state.size);
  const all = helpLines(state.keymap, asked, state.size);
  const lines = all.slice(top, top + height);
  return [...header("Keys", "", state.size), ...filled(lines, height)];
}

export function helpBottom({ keymap, size }: State, asked: Context, top: number): Bottom {
  const more = top + listHeight(size) < helpLines(keymap, asked, size).length ? ["more below"] : [];
  return {
    kind: "status",
    hints: hint(keymap, "help", "down", "down"),
    leave: ["back", "back"],
    place: more,
  };
}
