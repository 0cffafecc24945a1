/**
 * The shelf on the screen: its header, its rows, and the preview beside them.
 */
import type { Row } from "../../../layout/line.ts";
import { label } from "../../../text/visible.ts";
import { truncate, width } from "../../../text/width.ts";
import { listHeight } from "../../geometry.ts";
import { shelfColumns } from "../../shelf-geometry.ts";
import { countNew } from "../../fresh.ts";
import { hint } from "../../keymap.ts";
import { withPane } from "../../preview/pane.ts";
import type { Entry, Shelf, ShelfScreen, State } from "../../state.ts";
import { chosenWords, emptyRows, textRows } from "./empty.ts";
import { shownRows } from "./rows.ts";
import { filled, header, progressParts } from "../../bars.ts";
import { libraryName } from "../../library-name.ts";
import type { Bottom } from "../../bottom.ts";
import { counted } from "../../../text/counted.ts";
import { tableOf } from "../../../text/own.ts";
import { append } from "../../../text/append.ts";

export function shelfView(state: State): Row[] {
  const { size } = state;
  const height = listHeight(size);
  const available = shelfColumns(state);
  const rows = shownRows(state).map(({ row }) => row);
  // An empty shelf has no preview, and takes the whole width.
  const isBesidePreview = available < size.columns && rows.length > 0;
  const list = filled(
    rows.length > 0 ? [...rows, ...textRows(state, available)] : emptyRows(state, size.columns, height),
    height,
  );
  const body = isBesidePreview ? withPane(list, available, state.preview?.rows) : list;
  return [...header(libraryName(state.library), summary(state), size), ...body];
}

export function shelfBottom(state: State, { isTyping }: ShelfScreen): Bottom {
  const { shelf, keymap, inTexts } = state;
  if (isTyping) {
    const isInNoText = inTexts?.query === shelf.query && inTexts.count === 0;
    const hints = [
      ...(shelf.essays > 0 ? hint(keymap, "filter", "open", "open") : []),
      ...(shelf.essays > 0 && shelf.query.trim() !== "" ? hint(keymap, "filter", "accept", "keep") : []),
      ...(shelf.query.trim() === "" || isInNoText ? [] : hint(keymap, "filter", "search", "search texts")),
    ];
    return { kind: "field", sign: "/", text: shelf.query, hints, leave: ["clear", "show all"], place: [] };
  }
  const place = state.progress ? progressParts(state.progress, state.library.essays.length) : placeOf(state);
  return { kind: "status", hints: hintsOf(state), leave: ["quit", "quit"], place };
}

/** The hints for keys that have an effect now. */
function hintsOf({ keymap, shelf, library }: State): string[] {
  if (library.essays.length === 0) return hint(keymap, "shelf", "libraries", "libraries");
  if (shelf.essays === 0) return hint(keymap, "shelf", "clear", "show all");
  return [
    ...hint(keymap, "shelf", "open", "open"),
    ...hint(keymap, "shelf", "filter", "filter"),
    ...hint(keymap, "shelf", "search", "search"),
    ...hint(keymap, "shelf", "tags", "tags"),
    ...hint(keymap, "shelf", "sort", "sort"),
  ];
}

const WIDEST_GROUP = 24;

function essaysTo(entries: readonly Entry[], cursor: number): number {
  return entries.slice(0, cursor + 1).filter(({ kind }) => kind === "essay").length;
}

/** How far an item is in a list, in per cent: 0 for the first item, and 100 for the last. */
function percentOf(number: number, length: number): number {
  return length < 2 ? 100 : Math.floor((100 * (number - 1)) / (length - 1));
}

/**
 * The place of the cursor: `3/12` of the shelf, with its year if the shelf is divided by years; in groups,
 * `38 % · career · 3/12`: of the whole list, and of the group.
 */
function placeOf({ shelf, library }: State): string[] {
  const { entries, cursor, essays } = shelf;
  if (essays === 0) return [];
  // An essay is in as many groups as it has tags, and the heading of its group may be above the screen.
  const at = entries.slice(0, cursor).findLastIndex((entry) => entry.kind === "group");
  const group = entries[at];
  if (group?.kind === "group" && !shelf.grouped)
    return [label(group.name), `${essaysTo(entries, cursor)}/${essays}`];
  if (group?.kind === "group")
    return [
      `${percentOf(essaysTo(entries, cursor), essays)} %`,
      truncate(label(group.name), WIDEST_GROUP),
      `${cursor - at}/${group.count}`,
    ];
  return [`${cursor + 1}/${library.total > library.essays.length ? library.total : essays}`];
}

/** The words for both directions of an order: normal and reversed. */
const ENDS = tableOf<readonly [string, string]>({
  date: [", newest first", ", oldest first"],
  words: [", shortest first", ", longest first"],
});

function directionOf({ sort, reverse }: Shelf): string {
  const [natural, reversed] = ENDS[sort.toLowerCase()] ?? ["", ", reversed"];
  return reverse ? reversed : natural;
}

/** `by date, oldest first, grouped` */
function orderWords(shelf: Shelf): string {
  return `by ${shelf.sort}${directionOf(shelf)}${shelf.grouped ? ", grouped" : ""}`;
}

/** The message about a new order, if the header has no room for it: without a word, rows would only jump. */
export function newOrder(state: State): string {
  const order = orderWords(state.shelf);
  const isSeen = state.shelf.query.trim() !== "" || summary(state).endsWith(order);
  return isSeen ? "" : order;
}

function summary(state: State): string {
  const { shelf, library, keymap } = state;
  const { shown } = shelf;
  const isAll = shown === library.essays.length && shelf.read === "any";
  const listed = isAll ? library.total : shown;
  const all = Math.max(library.total, library.from ?? 0);
  const count = listed === all && isAll ? counted(all, "essay") : `${listed} of ${all} essays`;
  const parts = [count];
  const fresh = countNew(state);
  if (fresh > 0) parts.push([`${fresh} new`, ...hint(keymap, "shelf", "nextNew", "goes there")].join(": "));
  append(parts, [...library.chosen.is, ...library.chosen.has, ...chosenWords(shelf)]);
  if (shelf.query.trim() !== "") parts.push(`matching ${label(shelf.query)}`);
  else parts.push(orderWords(shelf));
  const whole = parts.join("  ·  ");
  // The order is left out first, because the user has chosen it.
  const isLong = width(whole) + width(libraryName(state.library)) > state.size.columns - 4;
  return isLong && shelf.query.trim() === "" ? parts.slice(0, -1).join("  ·  ") : whole;
}
