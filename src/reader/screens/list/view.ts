/**
 * A list on the screen.
 */
import { isRightToLeft } from "../../../layout/direction.ts";
import { type Row, span } from "../../../layout/line.ts";
import { minutes } from "../../../text/words.ts";
import { listHeight } from "../../geometry.ts";
import { hint } from "../../keymap.ts";
import type { ListScreen, State } from "../../state.ts";
import { emptyRows, filled, header } from "../../bars.ts";
import type { StatusLine } from "../../bottom.ts";
import { mirroredRow } from "../../mirrored.ts";
import { nothingShown } from "../../narrowing.ts";
import { itemRows } from "./item-rows.ts";
import { countOf, shownOf } from "./shown.ts";
import { counted } from "../../../text/counted.ts";

/** A row of the screen, and the index of its item. */
interface ShownRow {
  readonly index: number;
  readonly row: Row;
}

/** The visible rows. Those of the item under the cursor are all visible. */
export function shownItems(
  { size, library }: Pick<State, "size" | "library">,
  screen: ListScreen,
): ShownRow[] {
  const { what, list } = screen;
  const height = listHeight(size);
  // A list is mirrored as a whole, so that the cursor and the levels of all headings are at the same side, also of
  // Latin ones.
  const isMirrored =
    what === "outline" ? isRightToLeft(list.items.map(({ text }) => span(`${text} `))) : library.isMirrored;
  const shown = shownOf(screen)
    .slice(list.top, list.top + height)
    .flatMap((item, nth): ShownRow[] => {
      const index = list.top + nth;
      const isAtRight = what !== "outline" && !isMirrored && isRightToLeft([span(item.text)]);
      const looks = { selected: index === list.cursor, isAtRight, words: screen.narrowing?.words ?? "" };
      const own = itemRows(item, looks, size);
      return own.map((row) => ({ index, row: isMirrored ? mirroredRow(row, 0) : row }));
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
    ...(list.items.length > 1 ? hint(keymap, what, "filter", "filter") : []),
  ];
  const place = isEmpty ? [] : [countOf(screen).join("/")];
  return { kind: "status", hints, leave: ["back", "back"], place };
}

function openWords(what: ListScreen["what"]): string {
  if (what === "orphans") return "attach";
  return what === "queued" ? "open" : "go there";
}
