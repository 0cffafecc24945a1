/**
 * A list on the screen.
 */
import { cutLine, marked, spansWidth } from "../../../layout/cut.ts";
import { fewLines } from "../../../layout/few-lines.ts";
import { isRightToLeft } from "../../../layout/direction.ts";
import { type Row, span } from "../../../layout/line.ts";
import { truncate, width } from "../../../text/width.ts";
import { minutes } from "../../../text/words.ts";
import { listHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import type { ListItem, ListScreen, State } from "../../state.ts";
import { emptyRows, filled, header } from "../../bars.ts";
import type { StatusLine } from "../../bottom.ts";
import { nothingShown, rangesOf } from "../../narrowing.ts";
import { countOf, shownOf } from "./shown.ts";
import { counted } from "../../../text/counted.ts";

const INDENT = 2;
const LEAST_TEXT = 12;
const LARGEST_ABOUT = 0.4;

/** A row of the screen, and the index of its item. */
interface ShownRow {
  readonly index: number;
  readonly row: Row;
}

/** The visible rows. The item under the cursor has as many as its text needs, and all of them are visible. */
export function shownItems({ size }: Pick<State, "size">, screen: ListScreen): ShownRow[] {
  const { what, list } = screen;
  const height = listHeight(size);
  // An outline is mirrored as a whole, so that the levels of all headings are at the same side, also of Latin
  // ones.
  const isMirrored = what === "outline" && isRightToLeft(list.items.map(({ text }) => span(`${text} `)));
  const shown = shownOf(screen)
    .slice(list.top, list.top + height)
    .flatMap((item, nth): ShownRow[] => {
      const index = list.top + nth;
      const isAtRight = what !== "outline" && isRightToLeft([span(item.text)]);
      const looks = { selected: index === list.cursor, isAtRight, words: screen.narrowing?.words ?? "" };
      const own = itemRows(item, looks, size.columns);
      return own.map((row) => ({ index, row: isMirrored ? mirrored(row) : row }));
    });
  const end = shown.findLastIndex(({ index }) => index <= list.cursor) + 1;
  const first = Math.max(0, end - height);
  return shown.slice(first, first + height);
}

export function listView(state: State, screen: ListScreen): Row[] {
  const { size } = state;
  const { what, list } = screen;
  const rows = shownItems(state, screen).map(({ row }) => row);
  return [
    ...header(list.title, summary(what, list), size),
    ...filled(
      rows.length > 0 ? rows : emptyRows(nothingShown(screen, list.empty, state.keymap), size),
      listHeight(size),
    ),
  ];
}

/** The length of the queue. */
function summary(what: ListScreen["what"], { items }: ListScreen["list"]): string {
  if (what !== "queued" || items.length === 0) return "";
  const all = items.reduce((sum, { essay }) => sum + minutes(essay.words), 0);
  return `${counted(items.length, "essay")}  ·  ${all} min`;
}

export function listBottom({ keymap, below }: State, screen: ListScreen): StatusLine {
  const { what, list } = screen;
  const { length } = shownOf(screen);
  const isEmpty = length === 0;
  const hints = [
    ...(isEmpty ? [] : hint(keymap, what, "open", openWords(what))),
    ...(below.at(-1)?.kind === "page" ? hint(keymap, what, "switchList", "other list") : []),
    ...(isEmpty ? [] : hint(keymap, what, "remove", "remove")),
    ...(length > 1 ? hint(keymap, what, "sooner", "sooner") : []),
    ...(length > 1 ? hint(keymap, what, "later", "later") : []),
    ...(list.items.length > 1 ? hint(keymap, what, "filter", "find") : []),
  ];
  const place = isEmpty ? [] : [countOf(screen).join("/")];
  return { kind: "status", hints, leave: ["back", "back"], place };
}

function openWords(what: ListScreen["what"]): string {
  if (what === "orphans") return "set it there";
  return what === "queued" ? "open" : "go there";
}

/** The most rows of the item under the cursor; others have one. */
const MOST_ROWS = 3;
/** Numbers, such as how far an essay is read and its minutes, are not cut. */
const SHORT_ABOUT = 18;

/** The form of an item. */
interface ItemLooks {
  readonly selected: boolean;
  /** Whether its text begins at the right, beside its detail. */
  readonly isAtRight: boolean;
  /** The words to mark in it. */
  readonly words: string;
}

/** The rows of an item. */
function itemRows({ text, depth, about }: ListItem, looks: ItemLooks, columns: number): Row[] {
  const { selected, isAtRight } = looks;
  const indent = ` ${" ".repeat(INDENT * depth)}`;
  const room = columns - 4 - width(indent);
  // A long detail of an item is cut before its text. It leaves the text whole if a short detail does.
  const shortest = Math.min(SHORT_ABOUT, width(about));
  const isWhole = width(text) + 2 + shortest <= room;
  const least = isWhole ? shortest : Math.max(Math.floor(room * LARGEST_ABOUT), shortest);
  const short = truncate(about, Math.max(least, room - width(text) - 2));
  const end = about === "" || room - width(short) < LEAST_TEXT ? "" : short;
  const own = marked(text, rangesOf(looks.words, text), "found", selected ? ["strong"] : []);
  const lines = fewLines(own, Math.max(1, room - width(end)), selected ? MOST_ROWS : 1);
  return lines.map((line, nth): Row => {
    const detail = nth === 0 ? end : "";
    const blanks = span(" ".repeat(Math.max(0, room - spansWidth(line) - width(end))));
    const after = nth === 0 ? "" : " ".repeat(width(end));
    const words = [span(indent), ...line];
    const spans = [
      span(selected ? " ▌" : "  ", "bullet"),
      ...(isAtRight ? [blanks, ...words] : [...words, blanks]),
      span(` ${detail}${after}  `, "quiet"),
    ];
    return cutLine({ spans }, columns);
  });
}

/** A row from its right end on. */
function mirrored({ spans }: Row): Row {
  return { spans: spans.toReversed().map((one) => ({ ...one, text: withBlanksTurned(one.text) })) };
}

/** Text with the blanks at its ends swapped. */
function withBlanksTurned(text: string): string {
  const words = text.trim();
  const lead = text.indexOf(words);
  return `${text.slice(lead + words.length)}${words}${text.slice(0, lead)}`;
}
