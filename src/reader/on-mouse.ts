/**
 * What the mouse does: the wheel scrolls, a click goes where it points.
 */
import type { Line } from "../layout/line.ts";
import { width } from "../text/width.ts";
import { boxFrame, pageUnder } from "./box.ts";
import { follow } from "./follow.ts";
import { listHeight, pageHeight, pageMargin, shelfColumns } from "./geometry.ts";
import { rowsOf } from "./on-search.ts";
import { type Spot, spotAt } from "../page/spots.ts";
import type { MouseEvent, Updated } from "./messages.ts";
import type { BoxScreen, Page, PageScreen, State } from "./state.ts";
import { only } from "./updated.ts";

/** Does what a key would do. */
type Act = (state: State, action: "open" | "accept" | "follow" | "down" | "up", count: number) => Updated;

type Click = Extract<MouseEvent, { kind: "click" }>;

export function onMouse(state: State, event: MouseEvent, act: Act): Updated {
  const calm = { ...state, message: "" };
  if (event.kind === "wheel") return act(calm, event.rows > 0 ? "down" : "up", Math.abs(event.rows));
  const { screen } = calm;
  switch (screen.kind) {
    case "page":
      return clickedPage(calm, screen, event);
    case "box":
      return clickedBox(calm, screen, event);
    case "shelf":
    case "filter":
      return clickedShelf(calm, event, act);
    case "search":
      return clickedSearch(calm, event, act);
    case "tags": {
      const cursor = rowOf(screen.list.top, screen.list.tags.length, event, state);
      return cursor === undefined
        ? only(calm)
        : act({ ...calm, screen: { ...screen, list: { ...screen.list, cursor } } }, "accept", 1);
    }
    case "outline":
    case "bookmarks":
    case "citing":
    case "recent": {
      const cursor = rowOf(screen.menu.top, screen.menu.items.length, event, state);
      return cursor === undefined
        ? only(calm)
        : act({ ...calm, screen: { ...screen, menu: { ...screen.menu, cursor } } }, "open", 1);
    }
    default:
      return only(calm);
  }
}

/** The row of a list that a click is on; undefined beside it. */
function rowOf(top: number, length: number, { row }: Click, { size }: State): number | undefined {
  const index = top + row - 1;
  return row >= 1 && row <= listHeight(size) && index < length ? index : undefined;
}

function clickedShelf(state: State, event: Click, act: Act): Updated {
  const { shelf } = state;
  const cursor = rowOf(shelf.top, shelf.entries.length, event, state);
  if (cursor === undefined || shelf.entries[cursor]?.kind !== "essay") return only(state);
  // A click on the preview means what is in it; one on another row first brings that one under the cursor.
  if (event.column >= shelfColumns(state)) return act(state, "open", 1);
  return act({ ...state, shelf: { ...shelf, cursor } }, "open", 1);
}

function clickedSearch(state: State, event: Click, act: Act): Updated {
  const { screen } = state;
  if (screen.kind !== "search") return only(state);
  const rows = rowsOf(screen.search);
  const index = rowOf(screen.search.top, rows.length, event, state);
  const cursor = index === undefined ? undefined : (rows[index]?.opens ?? rows[index + 1]?.opens);
  if (cursor === undefined) return only(state);
  return act({ ...state, screen: { ...screen, search: { ...screen.search, cursor } } }, "open", 1);
}

function clickedPage(state: State, screen: PageScreen, { row, column }: Click): Updated {
  const { page } = screen;
  if (row >= pageHeight(state.size)) return only(state);
  const spot = spotUnder(page, page.top + row, column - pageMargin(state.size, page));
  if (!spot) return only(state);
  const focused = { ...screen, page: { ...page, focus: spot.key } };
  return follow({ ...state, screen: focused }, focused, focused, spot);
}

/** A click beside the box closes it. */
function clickedBox(state: State, screen: BoxScreen, { row, column }: Click): Updated {
  const { box } = screen;
  const frame = boxFrame(state, screen);
  const line = row - frame.row - 1;
  const inside = column - frame.column - 2;
  if (line < 0 || line >= frame.inner.rows || inside < 0 || inside >= frame.inner.columns)
    return only({ ...state, screen: screen.under });
  const spot = spotUnder(box, box.top + line, inside);
  if (box.holds.kind === "address" || !spot) return only(state);
  return follow(state, pageUnder(screen), screen, spot);
}

function spotUnder(
  { lines, spots }: Pick<Page, "lines" | "spots">,
  at: number,
  column: number,
): Spot | undefined {
  const line = lines[at];
  const index = line === undefined ? -1 : spanAt(line, column);
  return index < 0 ? undefined : spotAt(spots, at, index, line!.spans[index]!);
}

/** Index of the span at a column of a line; -1 if there is none. */
function spanAt({ spans }: Line, column: number): number {
  let end = 0;
  return column < 0
    ? -1
    : spans.findIndex(({ text }) => {
        end += width(text);
        return column < end;
      });
}
