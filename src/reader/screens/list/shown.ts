/**
 * The visible items of a list: all of them, or those with the typed words.
 */
import { listHeight } from "../../geometry.ts";
import { narrowed, sameItem } from "../../narrowing.ts";
import { clamp, type Extent, keepInView } from "../../scroll.ts";
import { itemRows } from "./item-rows.ts";
import type { List, ListItem, ListKind, ListScreen, State } from "../../state.ts";

/** The lists whose details are words, such as the title of an essay, rather than numbers. */
const DETAILED: ReadonlySet<ListKind> = new Set(["bookmarks", "marks", "orphans", "citing"]);

/** The lists of essays, in which tags are found, too, as on the shelf. */
const OF_ESSAYS: ReadonlySet<ListKind> = new Set(["queued", "recent", "citing"]);

/** The text in which the typed words are looked for. */
function wordsOf({ text, about, essay }: ListItem, what: ListKind): string {
  const more = [...(DETAILED.has(what) ? [about] : []), ...(OF_ESSAYS.has(what) ? essay.tags : [])];
  return [text, ...more].join(" ");
}

export function shownOf(screen: ListScreen): readonly ListItem[] {
  return narrowed(screen.list.items, screen, (item) => wordsOf(item, screen.what));
}

/** The item under the cursor; undefined in an empty list. */
export function itemUnder(screen: ListScreen): ListItem | undefined {
  return shownOf(screen)[screen.list.cursor];
}

export function withList(screen: ListScreen, change: Partial<List>): ListScreen {
  return { ...screen, list: { ...screen.list, ...change } };
}

export function extentOf(screen: ListScreen, { size }: Pick<State, "size">): Extent {
  const items = shownOf(screen);
  return {
    height: listHeight(size),
    length: items.length,
    rowsOf: (index, selected) =>
      itemRows(items[index]!, { selected, isAtRight: false, words: "" }, size).length,
  };
}

/** The nearest row that is no heading, from `row` on in the direction `by`, 1 or -1, else in the other one; `row` if there is none. */
export function offHeading(screen: ListScreen, row: number, by: 1 | -1): number {
  const items = shownOf(screen);
  const stop = (step: 1 | -1): number | undefined => {
    let at = row;
    while (items[at]?.isHeading) at += step;
    return items[at] && at;
  };
  return stop(by) ?? stop(by === 1 ? -1 : 1) ?? row;
}

/** The number of the item under the cursor, from 1, and of all items, without headings. */
export function countOf(screen: ListScreen): readonly [nth: number, of: number] {
  const items = shownOf(screen);
  const stops = (own: readonly ListItem[]): number => own.filter(({ isHeading }) => !isHeading).length;
  return [stops(items.slice(0, screen.list.cursor + 1)), stops(items)];
}

/** The list with its cursor on a row, or on the last if it has fewer. */
export function inView(screen: ListScreen, row: number, state: Pick<State, "size">): ListScreen {
  const extent = extentOf(screen, state);
  const cursor = offHeading(screen, clamp(row, 0, Math.max(0, extent.length - 1)), 1);
  return withList(screen, { cursor, top: keepInView(cursor, screen.list.top, extent) });
}

/** The present list, with its cursor on the same item as `before`. */
export function onSameItem(screen: ListScreen, before: ListScreen, state: Pick<State, "size">): ListScreen {
  return inView(screen, sameItem(shownOf(before), before.list.cursor, shownOf(screen)), state);
}
