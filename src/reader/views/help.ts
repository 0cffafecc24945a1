/**
 * The help on the screen.
 */
import type { Line } from "../../layout/line.ts";
import { listHeight } from "../geometry.ts";
import { helpLines } from "../help.ts";
import { hint } from "../keymap.ts";
import type { Screen, State } from "../state.ts";
import { header, statusLine } from "./bars.ts";

export function helpView(state: State, asked: Screen["kind"], top: number): Line[] {
  const { columns } = state.size;
  const height = listHeight(state.size);
  const all = helpLines(state.keymap, asked, columns - 1);
  const lines = all
    .slice(top, top + height)
    .map((line): Line => ({ ...line, spans: [{ text: " ", roles: [] }, ...line.spans] }));
  while (lines.length < height) lines.push({ spans: [], block: 0 });
  const more = top + height < all.length ? "more below" : "";
  return [
    header("Keys", "", columns),
    ...lines,
    statusLine(
      "",
      [...hint(state.keymap, "help", "down", "down"), ...hint(state.keymap, "help", "back", "back")],
      more,
      columns,
    ),
  ];
}
