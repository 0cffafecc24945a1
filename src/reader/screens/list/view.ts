/**
 * A list on the screen.
 */
import { cutLine } from "../../../layout/cut.ts";
import { type Row, span } from "../../../layout/line.ts";
import { truncate, width } from "../../../text/width.ts";
import { listHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import type { ListItem, ListScreen, State } from "../../state.ts";
import { emptyRows, filled, header } from "../../bars.ts";
import type { Bottom } from "../../bottom.ts";

const INDENT = 2;
const LEAST_TEXT = 12;
const LARGEST_ABOUT = 0.4;

export function listView(state: State, { list }: ListScreen): Row[] {
  const { size } = state;
  const height = listHeight(size);
  const rows = list.items
    .slice(list.top, list.top + height)
    .map((item, index) => row(item, list.top + index === list.cursor, size.columns));
  return [
    header(list.title, "", size.columns),
    ...filled(rows.length > 0 ? rows : emptyRows(list.empty, size.columns), height),
  ];
}

export function listBottom({ keymap }: State, { what, list }: ListScreen): Bottom {
  const isEmpty = list.items.length === 0;
  const hints = [
    ...(isEmpty ? [] : hint(keymap, what, "open", openWords(what))),
    ...hint(keymap, what, "switchList", "other list"),
    ...(isEmpty ? [] : hint(keymap, what, "remove", "remove")),
  ];
  const place = isEmpty ? [] : [`${list.cursor + 1}/${list.items.length}`];
  return { kind: "status", hints, leave: ["back", "back"], place };
}

function openWords(what: ListScreen["what"]): string {
  if (what === "orphans") return "set it there";
  return what === "queued" ? "open" : "go there";
}

function row({ text, depth, about }: ListItem, selected: boolean, columns: number): Row {
  const indent = ` ${" ".repeat(INDENT * depth)}`;
  const room = columns - 4 - width(indent);
  // The detail of an item is cut before its text.
  const short = truncate(about, Math.max(Math.floor(room * LARGEST_ABOUT), room - width(text) - 2));
  const end = about === "" || room - width(short) < LEAST_TEXT ? "" : short;
  const own = truncate(text, Math.max(1, room - width(end)));
  const blanks = " ".repeat(Math.max(1, room - width(own) - width(end) + 1));
  const spans = [
    span(selected ? " ▌" : "  ", "bullet"),
    span(`${indent}${own}`, ...(selected ? (["strong"] as const) : [])),
    ...(end === "" ? [] : [span(blanks), span(end, "quiet")]),
  ];
  return cutLine({ spans }, columns);
}
