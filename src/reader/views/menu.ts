/**
 * A list from which one goes somewhere.
 */
import { cutLine } from "../../layout/cut.ts";
import { type Line, span } from "../../layout/line.ts";
import { truncate, width } from "../../text/width.ts";
import { listHeight } from "../geometry.ts";
import { hint } from "../keymap.ts";
import type { MenuItem, MenuScreen, State } from "../state.ts";
import { header, statusLine } from "./bars.ts";

const INDENT = 2;
const LEAST_TEXT = 12;
const LARGEST_ABOUT = 0.4;

export function menuView(state: State, { kind, menu }: MenuScreen): Line[] {
  const { keymap, size } = state;
  const height = listHeight(size);
  const rows = menu.items
    .slice(menu.top, menu.top + height)
    .map((item, index) => row(item, menu.top + index === menu.cursor, size.columns));
  if (rows.length === 0) rows.push({ spans: [span(`   ${menu.empty}`, "quiet")], block: 0 });
  while (rows.length < height) rows.push({ spans: [], block: 0 });
  const hints = [
    ...hint(keymap, kind, "open", "go there"),
    ...hint(keymap, kind, "remove", "remove"),
    ...hint(keymap, kind, "back", "back"),
  ];
  const place = menu.items.length === 0 ? "" : `${menu.cursor + 1}/${menu.items.length}`;
  return [
    header(menu.title, "", size.columns),
    ...rows,
    statusLine(state.message, hints, place, size.columns),
  ];
}

function row({ text, depth, about }: MenuItem, selected: boolean, columns: number): Line {
  const indent = ` ${" ".repeat(INDENT * depth)}`;
  const room = columns - 4 - width(indent);
  // What is said of it gives way first, and has the smaller part.
  const short = truncate(about, Math.max(Math.floor(room * LARGEST_ABOUT), room - width(text) - 2));
  const end = about === "" || room - width(short) < LEAST_TEXT ? "" : short;
  const own = truncate(text, Math.max(1, room - width(end)));
  const blanks = " ".repeat(Math.max(1, room - width(own) - width(end) + 1));
  const spans = [
    span(selected ? " ▌" : "  ", "bullet"),
    span(`${indent}${own}`, ...(selected ? (["strong"] as const) : [])),
    ...(end === "" ? [] : [span(blanks), span(end, "quiet")]),
  ];
  return cutLine({ spans, block: 0 }, columns);
}
