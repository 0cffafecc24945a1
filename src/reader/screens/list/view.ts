/**
 * A list on the screen.
 */
import { cutLine } from "../../../layout/cut.ts";
import { isRightToLeft } from "../../../layout/direction.ts";
import { type Row, span } from "../../../layout/line.ts";
import { truncate, width } from "../../../text/width.ts";
import { minutes } from "../../../text/words.ts";
import { listHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import type { ListItem, ListScreen, State } from "../../state.ts";
import { emptyRows, filled, header } from "../../bars.ts";
import type { Bottom } from "../../bottom.ts";

const INDENT = 2;
const LEAST_TEXT = 12;
const LARGEST_ABOUT = 0.4;

export function listView(state: State, { what, list }: ListScreen): Row[] {
  const { size } = state;
  const height = listHeight(size);
  // An outline is mirrored as a whole, so that the level of a heading is seen where the text begins, that of a Latin one too.
  const isMirrored = what === "outline" && isRightToLeft(list.items.map(({ text }) => span(`${text} `)));
  const rows = list.items.slice(list.top, list.top + height).map((item, index): Row => {
    const isAtRight = what !== "outline" && isRightToLeft([span(item.text)]);
    const own = row(item, list.top + index === list.cursor, isAtRight, size.columns);
    return isMirrored ? mirrored(own) : own;
  });
  return [
    ...header(list.title, summary(what, list), size),
    ...filled(rows.length > 0 ? rows : emptyRows(list.empty, size.columns), height),
  ];
}

/** How long the queue is. */
function summary(what: ListScreen["what"], { items }: ListScreen["list"]): string {
  if (what !== "queued" || items.length === 0) return "";
  const all = items.reduce((sum, { essay }) => sum + minutes(essay.words), 0);
  return `${items.length} ${items.length === 1 ? "essay" : "essays"}  ·  ${all} min`;
}

export function listBottom({ keymap, below }: State, { what, list }: ListScreen): Bottom {
  const isEmpty = list.items.length === 0;
  const hints = [
    ...(isEmpty ? [] : hint(keymap, what, "open", openWords(what))),
    ...(below.at(-1)?.kind === "page" ? hint(keymap, what, "switchList", "other list") : []),
    ...(isEmpty ? [] : hint(keymap, what, "remove", "remove")),
    ...(list.items.length > 1 ? hint(keymap, what, "sooner", "sooner") : []),
    ...(list.items.length > 1 ? hint(keymap, what, "later", "later") : []),
  ];
  const place = isEmpty ? [] : [`${list.cursor + 1}/${list.items.length}`];
  return { kind: "status", hints, leave: ["back", "back"], place };
}

function openWords(what: ListScreen["what"]): string {
  if (what === "orphans") return "set it there";
  return what === "queued" ? "open" : "go there";
}

/** A row; its text stands beside its detail if that is where it begins. */
function row({ text, depth, about }: ListItem, selected: boolean, isAtRight: boolean, columns: number): Row {
  const indent = ` ${" ".repeat(INDENT * depth)}`;
  const room = columns - 4 - width(indent);
  // The detail of an item is cut before its text.
  const short = truncate(about, Math.max(Math.floor(room * LARGEST_ABOUT), room - width(text) - 2));
  const end = about === "" || room - width(short) < LEAST_TEXT ? "" : short;
  const own = truncate(text, Math.max(1, room - width(end)));
  const blanks = " ".repeat(Math.max(1, room - width(own) - width(end) + 1));
  const words = [span(`${indent}${own}`, ...(selected ? (["strong"] as const) : []))];
  const spans = [
    span(selected ? " ▌" : "  ", "bullet"),
    ...(isAtRight ? [span(blanks.slice(1)), ...words, span(" ")] : [...words, span(blanks)]),
    span(`${end}  `, "quiet"),
  ];
  return cutLine({ spans }, columns);
}

/** A row from its right end on. */
function mirrored({ spans }: Row): Row {
  return { spans: spans.toReversed().map((one) => ({ ...one, text: withBlanksTurned(one.text) })) };
}

/** Text with the blanks of its ends exchanged. */
function withBlanksTurned(text: string): string {
  const words = text.trim();
  const lead = text.indexOf(words);
  return `${text.slice(lead + words.length)}${words}${text.slice(0, lead)}`;
}
