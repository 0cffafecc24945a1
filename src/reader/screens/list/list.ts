/**
 * Lists of places to open: outline, bookmarks, marks, links to an essay, the queue, recent essays.
 */
import { headerRows } from "../../geometry.ts";
import type { Action } from "../../keymap.ts";
import { ask, type Effect, only, type Updated } from "../../messages.ts";
import { clamp, keepInView, moveInList } from "../../scroll.ts";
import { popped } from "../../stack.ts";
import type { ListItem, ListScreen, PageScreen, State } from "../../state.ts";
import { narrowable } from "../narrowable.ts";
import { going } from "../page/going.ts";
import { relaidPageScreen } from "../page/opened.ts";
import { marksOfEssay, onMarks } from "./marks.ts";
import { outline } from "./outline.ts";
import { extentOf, inView, itemUnder, offHeading, onSameItem, shownOf, withList } from "./shown.ts";
import { listBottom, listView, shownItems } from "./view.ts";

export const listScreen = narrowable<ListScreen>(
  {
    context: ({ what }) => what,
    title: (_, { list }) => list.title,
    update: onList,
    click(state, screen, click) {
      const cursor = shownItems(state, screen)[click.row - headerRows(state.size)]?.index;
      return cursor === undefined ? only(state) : onList(state, withList(screen, { cursor }), "open", 1);
    },
    relaid(state, screen) {
      const under = pageUnder(state, screen);
      if (under && screen.what === "marks" && !screen.isOfLibrary) return withMarksOf(under, screen, state);
      if (!under || screen.what !== "outline") return inView(screen, screen.list.cursor, state);
      const now = withList(screen, { items: outline(under, state).list.items });
      return inView(now, sameHeading(shownOf(screen), screen.list.cursor, shownOf(now)), state);
    },
    bottom: listBottom,
    view: listView,
  },
  { refit: (state, screen, before) => onSameItem(screen, before, state), enter: ["open", "go there"] },
);

/** The present row of the heading under the cursor: the nearest of equal headings; the same row if there is none. */
function sameHeading(before: readonly ListItem[], cursor: number, now: readonly ListItem[]): number {
  const { text, depth } = before[cursor] ?? {};
  const equal = now.flatMap((item, row) => (item.text === text && item.depth === depth ? [row] : []));
  const [nearest] = equal.sort((a, b) => Math.abs(a - cursor) - Math.abs(b - cursor));
  return nearest ?? cursor;
}

/** The list with the marks of the essay as they stand now, and the cursor on the same mark. */
function withMarksOf(under: PageScreen, screen: ListScreen, state: State): ListScreen {
  const { title, items, empty } = marksOfEssay(under, state).list;
  const now = withList(screen, { title, items, empty });
  const mark = itemUnder(screen)?.mark;
  const row = shownOf(now).findIndex((item) => item.mark !== undefined && item.mark === mark);
  return inView(now, row < 0 ? screen.list.cursor : row, state);
}

/** The page under the list, laid out for the current state. */
function pageUnder(state: State, screen: ListScreen): PageScreen | undefined {
  const under = state.screen === screen ? state.below.at(-1) : undefined;
  return under?.kind === "page" ? relaidPageScreen(state, under, state) : undefined;
}

/** The effect that removes an item of a list, and its message; undefined if the list keeps its items. */
function removal(
  { what }: ListScreen,
  { essay, bookmark }: ListItem,
): { effect: Effect; message: string } | undefined {
  if (what === "queued")
    return { effect: { kind: "queue", essay, isIn: false }, message: "removed from the queue" };
  if (bookmark === undefined) return undefined;
  return { effect: { kind: "unbookmark", bookmark }, message: "bookmark removed" };
}

/** The queue with the essay of the cursor `by` places further down among the visible ones. */
function rearranged(state: State, screen: ListScreen, item: ListItem, by: number): Updated {
  const shown = shownOf(screen);
  const { cursor, items } = screen.list;
  const to = clamp(cursor + by, 0, shown.length - 1);
  if (to === cursor) return only({ ...state, message: by < 0 ? "it is the first" : "it is the last" });
  const moved = items.toSpliced(items.indexOf(item), 1).toSpliced(items.indexOf(shown[to]!), 0, item);
  const next = inView(withList(screen, { items: moved }), to, state);
  return ask({ ...state, screen: next }, { kind: "arrangeQueue", essays: moved.map(({ essay }) => essay) });
}

function onList(state: State, screen: ListScreen, action: Action, count: number): Updated {
  const { list } = screen;
  const item = itemUnder(screen);
  const isOfMarks = screen.what === "marks" || screen.what === "orphans";
  const done = isOfMarks ? onMarks(state, screen, action) : undefined;
  if (done) return done;
  if (action === "back") return only(popped(state));
  if (action === "open") return item ? going(popped(state), item.essay, item.landing) : only(state);
  if (action === "peek")
    return item
      ? ask(state, { kind: "peek", essay: item.essay, at: item.landing ?? { kind: "block", block: 0 } })
      : only(state);
  if (action === "remove" && item) {
    const removed = removal(screen, item);
    if (!removed) return only(state);
    const items = list.items.filter((one) => one !== item);
    const next = inView(withList(screen, { items }), list.cursor, state);
    return ask({ ...state, screen: next, message: removed.message }, removed.effect);
  }
  if (item && screen.what === "queued" && (action === "sooner" || action === "later"))
    return rearranged(state, screen, item, action === "later" ? count : -count);
  const extent = extentOf(screen, state);
  const moved = moveInList(action, count, list, extent);
  if (!moved) return only(state);
  const cursor = offHeading(screen, moved.cursor, moved.cursor < list.cursor ? -1 : 1);
  const top = cursor === moved.cursor ? moved.top : keepInView(cursor, moved.top, extent);
  return only({ ...state, screen: withList(screen, { cursor, top }) });
}
