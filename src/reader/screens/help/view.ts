/**
 * The help on the screen.
 */
import type { Row } from "../../../layout/line.ts";
import { listHeight } from "../../geometry.ts";

import { type Context, hint } from "../../keymap.ts";
import type { State } from "../../state.ts";
import { helpLines } from "./lines.ts";
import { filled, header, statusLine } from "../../bars.ts";

export function helpView(state: State, asked: Context, top: number): Row[] {
  const { columns } = state.size;
  const height = listHeight(state.size);
  const all = helpLines(state.keymap, asked, state.size);
  const lines = all.slice(top, top + height);
  const more = top + height < all.length ? "more below" : "";
  return [
    header("Keys", "", columns),
    ...filled(lines, height),
    statusLine(
      "",
      [...hint(state.keymap, "help", "down", "down"), ...hint(state.keymap, "help", "back", "back")],
      more,
      columns,
    ),
  ];
}
