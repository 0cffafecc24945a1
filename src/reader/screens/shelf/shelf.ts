/**
 * The shelf and its filter, which follows each key.
 */
import type { Essay } from "../../../essay/essay.ts";
import { CYCLED_SORTS } from "../../../essay/field-table.ts";
import { label } from "../../../text/visible.ts";
import { arrange, nearestEssay, rearranged, topFor, withCursor } from "../../arrange.ts";
import { headerRows } from "../../geometry.ts";
import { previewColumns, shelfColumns, shelfExtent } from "../../shelf-geometry.ts";
import { isNew } from "../../fresh.ts";
import { type Action, hint } from "../../keymap.ts";
import { ask, type Effect, only, type Updated } from "../../messages.ts";
import { isInPane } from "../../preview/pane.ts";
import { type Extent, moveCursor, topPlacing } from "../../scroll.ts";
import { onShelfAlone, pushed } from "../../stack.ts";
import type { Beside, Shelf, ShelfScreen, State } from "../../state.ts";
import { libraryName } from "../../library-name.ts";
import { librariesOf } from "../libraries/libraries.ts";
import { newPipe } from "../pipe/new-pipe.ts";
import { newSearch } from "../search/new-search.ts";
import { searchedAgain } from "../search/search.ts";
import type { Click, ScreenModule } from "../screen.ts";
import { tagList } from "../tags/tag-list.ts";
import { shownRows } from "./rows.ts";
import { newOrder, shelfBottom, shelfView } from "./view.ts";
import { counted } from "../../../text/counted.ts";

export const shelfScreen: ScreenModule<ShelfScreen> = {
  context: ({ isTyping }) => (isTyping ? "filter" : "shelf"),
  isTyping: ({ isTyping }) => isTyping,
  title: ({ library }) => libraryName(library),
  field: ({ shelf }, { from }) => ({
    name: "filter",
    text: shelf.query,
    isAtTop:
      shelf.cursor <= nearestEssay(shelf.entries, 0, 1) || (shelf.query === "" && shelf.cursor === from),
  }),
  update: (state, screen, action, count) => (DOES[action] ?? moved)(state, screen, action, count),
  typed(state, _, change) {
    const { query } = state.shelf;
    const changed = change(query);
    if (changed === query) return only(state);
    const next = rearranged(state, { query: changed });
    // The user seldom means letters that are scattered over a title.
    const isUnmatched = next.shelf.entries.length === 0 || next.library.index.isLoose(changed);
    return isUnmatched && changed.trim() !== "" ? ask(next, tallyOf(next)) : only(next);
  },
  click: clicked,
  beside,
  bottom: shelfBottom,
  view: shelfView,
};

/** Requests the number of essays whose text matches the filter, among those listed without it. */
function tallyOf({ shelf, library, readings }: State): Effect {
  const { query, tags, read } = shelf;
  if (tags.length === 0 && read === "any") return { kind: "tally", query };
  const listed = arrange(library, readings, { ...shelf, query: "" });
  const paths = listed.flatMap((entry) => (entry.kind === "essay" ? [entry.essay.path] : []));
  return { kind: "tally", query, among: new Set(paths) };
}

type Does = (state: State, screen: ShelfScreen, action: Action, count: number) => Updated;

/** The handler of each action. An action without one is a move. */
const DOES: { readonly [Own in Action]?: Does } = {
  open: (state) =>
    withEssay(
      onShelfAlone(state),
      (next, essay) => ask(next, { kind: "open", essay }),
      () => searched(state),
    ),
  peek: (state) =>
    withEssay(state, (next, essay) => ask(next, { kind: "peek", essay, at: { kind: "block", block: 0 } })),
  continue: (state) => ask(state, { kind: "continue" }),
  recent: (state) => ask(state, { kind: "list", what: "recent" }),
  marks: (state) => ask(state, { kind: "list", what: "marks" }),
  bookmarks: (state) => ask(state, { kind: "list", what: "bookmarks" }),
  edit: (state) =>
    withEssay(state, (next, essay) => ask(next, { kind: "edit", essay, line: 0, end: 0, words: "" })),
  copy: (state) =>
    withEssay(state, (next, { file }) => ask(next, { kind: "copy", text: label(file), what: label(file) })),
  pipe: (state) => withEssay(state, (next, essay) => only(pushed(next, newPipe(essay)))),
  mark: (state, _, __, count) => withEssays(state, count, marked),
  undo: (state) => ask(state, { kind: "unmark" }),
  byState(state, _, __, count) {
    const read = READ[(READ.indexOf(state.shelf.read) + count) % READ.length]!;
    return only(rearranged(state, { read }));
  },
  libraries: (state) => only(pushed(state, librariesOf(state))),
  nextNew,
  queue: (state, _, __, count) => withEssays(state, count, queued),
  queued: (state) => ask(state, { kind: "list", what: "queued" }),
  preview(state) {
    const message = previewColumns(state) > 0 ? "" : "a preview needs a window of 120 columns";
    return only({ ...state, wantsPreview: !state.wantsPreview, message });
  },
  filter: (state) => only(onShelfAlone(state, true)),
  search: (state, { isTyping }) =>
    isTyping && state.shelf.query.trim() !== ""
      ? searched(state)
      : only(pushed(onShelfAlone(state), newSearch())),
  accept: (state) => only(onShelfAlone(state)),
  clear: (state, { isTyping }) =>
    only(onShelfAlone(rearranged(state, isTyping ? { query: "" } : { query: "", tags: [], read: "any" }))),
  tags: (state) => only(pushed(state, { kind: "tags", list: tagList(state.library, state.shelf) })),
  group: (state) => inNewOrder(rearranged(state, { grouped: !state.shelf.grouped })),
  sort(state, _, __, count) {
    const index = CYCLED_SORTS.indexOf(state.shelf.sort);
    const sorted = rearranged(state, { sort: CYCLED_SORTS[(index + count) % CYCLED_SORTS.length]! });
    // A new order is shown from its beginning.
    return inNewOrder(withCursor(sorted, nearestEssay(sorted.shelf.entries, 0, 1)));
  },
  reverse: (state) => inNewOrder(rearranged(state, { reverse: !state.shelf.reverse })),
};

function inNewOrder(state: State): Updated {
  return only({ ...state, message: newOrder(state) });
}

/** Searches the full text for the filter, if no title matches it. */
function searched(state: State): Updated {
  const query = state.shelf.query.trim();
  return query === "" ? only(state) : searchedAgain(pushed(onShelfAlone(state), newSearch(query)));
}

/** Calls `does` with `count` essays, from the cursor on. */
function withEssays(
  state: State,
  count: number,
  does: (state: State, essays: readonly [Essay, ...Essay[]]) => Updated,
): Updated {
  const { entries, cursor } = state.shelf;
  const [first, ...others] = entries
    .slice(cursor)
    .flatMap((entry) => (entry.kind === "essay" ? [entry.essay] : []));
  return first ? does(state, [first, ...others.slice(0, count - 1)]) : only(state);
}

/** Calls `does` with the essay under the cursor, or `otherwise` if there is none. */
function withEssay(
  state: State,
  does: (state: State, essay: Essay) => Updated,
  otherwise: () => Updated = () => only(state),
): Updated {
  const entry = state.shelf.entries[state.shelf.cursor];
  return entry?.kind === "essay" ? does(state, entry.essay) : otherwise();
}

const READ: readonly Shelf["read"][] = ["any", "no", "begun", "yes"];

/** Moves to the next new essay; after the last comes the first. */
function nextNew(state: State): Updated {
  const { entries, cursor } = state.shelf;
  const all = entries.flatMap((entry, index) =>
    entry.kind === "essay" && isNew(state, entry.essay) ? [index] : [],
  );
  const next = all.find((index) => index > cursor) ?? all[0];
  if (next !== undefined) return only(withCursor(state, next));
  const isElsewhere = state.library.essays.some((essay) => isNew(state, essay));
  return only({
    ...state,
    message: isElsewhere ? "the new essays are hidden; Esc shows all" : "no new essays",
  });
}

/** Adds essays to the queue; or removes them, if the first is in it. */
function queued(state: State, essays: readonly [Essay, ...Essay[]]): Updated {
  const before = new Set(state.queue);
  const isIn = !before.has(essays[0].path);
  const others = essays.filter(({ path }) => before.has(path) !== isIn);
  const count = state.queue.length + (isIn ? others.length : -others.length);
  const [shows] = hint(state.keymap, "shelf", "queued", "shows it");
  const words = isIn
    ? `queue: ${counted(count, "essay")}${shows ? `; ${shows}` : ""}`
    : `${others.length > 1 ? `${others.length} essays ` : ""}removed from the queue`;
  return ask(
    { ...state, message: words },
    ...others.map((essay) => ({ kind: "queue", essay, isIn }) as const),
  );
}

/** Marks essays as read; or as not opened, if the first is read. */
function marked(state: State, essays: readonly [Essay, ...Essay[]]): Updated {
  const isRead = state.readings.get(essays[0].path)?.state === "yes";
  const what = essays.length > 1 ? `${essays.length} essays marked` : "marked";
  const [back] = hint(state.keymap, "shelf", "undo", "undoes this");
  const message = `${what} as ${isRead ? "not read" : "read"}${back === undefined ? "" : `; ${back}`}`;
  return ask({ ...state, message }, { kind: "mark", essays, state: isRead ? "no" : "yes" });
}

function moved(state: State, _: ShelfScreen, action: Action, count: number): Updated {
  return only({ ...state, shelf: moveOnShelf(state.shelf, action, count, shelfExtent(state)) });
}

/** The row of an essay by its number, from 1; headings have none. The last one, if there are fewer. */
function nthEssay(entries: Shelf["entries"], number: number): number {
  const rows = entries.flatMap(({ kind }, row) => (kind === "essay" ? [row] : []));
  return rows[number - 1] ?? rows.at(-1) ?? 0;
}

/** Moves the cursor; it skips the headings of groups. */
function moveOnShelf(shelf: Shelf, action: Action, count: number, extent: Extent): Shelf {
  const placed = topPlacing(action, shelf.cursor, extent);
  if (placed !== undefined) return { ...shelf, top: placed };
  const target =
    action === "line" ? nthEssay(shelf.entries, count) : moveCursor(action, count, shelf.cursor, extent);
  if (target === undefined) return shelf;
  const cursor = nearestEssay(shelf.entries, target, target < shelf.cursor ? -1 : 1);
  return { ...shelf, cursor, top: topFor(shelf.entries, cursor, shelf.top, extent) };
}

function clicked(state: State, screen: ShelfScreen, click: Click): Updated {
  const { shelf, size } = state;
  // A click on the preview opens its essay; a click on a row opens the essay of that row.
  if (beside(state) && isInPane(click, shelfColumns(state), size))
    return shelfScreen.update(state, screen, "open", 1);
  const cursor = shownRows(state)[click.row - headerRows(size)]?.index;
  if (cursor === undefined || shelf.entries[cursor]?.kind !== "essay") return only(state);
  return shelfScreen.update({ ...state, shelf: { ...shelf, cursor } }, screen, "open", 1);
}

/** The beginning of the essay under the cursor. */
function beside(state: State): Beside | undefined {
  const columns = state.wantsPreview ? previewColumns(state) : 0;
  const entry = state.shelf.entries[state.shelf.cursor];
  return columns > 0 && entry?.kind === "essay" ? { essay: entry.essay, columns } : undefined;
}
