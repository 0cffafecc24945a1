/**
 * The reader's one reducer: a state and a message into the next state and what is to be done in the world.
 */
import { MEASURE } from "../layout/layout.ts";
import { themes } from "../paint/theme.ts";
import { arrange } from "./arrange.ts";
import { listHeight } from "./geometry.ts";
import { helpLines } from "./help.ts";
import { type Action, actionOf } from "./keymap.ts";
import { findQuery } from "./find.ts";
import { typedFilter } from "./on-filter.ts";
import { foundWords, inView, landOn, onFind, typedFind } from "./on-find.ts";
import { onPage } from "./on-page.ts";
import { onShelf } from "./on-shelf.ts";
import { answered, FIRST, onSearch, searchEffect, typedSearch } from "./on-search.ts";
import { onTags } from "./on-tags.ts";
import { openPage, relayPage } from "./page.ts";
import { nearestEssay, rearranged } from "./rearrange.ts";
import { keepInView, moveTop } from "./scroll.ts";
import type { Message, Page, Screen, Shelf, Shelved, Size, State, Updated } from "./state.ts";
import { ask, only } from "./updated.ts";

/** The state on which the reader opens: the shelf, its first essay under the cursor. */
export function initialState(
  library: Shelved,
  size: Size,
  options: Partial<Pick<State, "notes" | "measure" | "wrap" | "themes" | "progress">> & {
    shelf?: Partial<Shelf>;
  } = {},
): State {
  const settings = { sort: "order", reverse: false, grouped: false, tags: [], query: "", ...options.shelf };
  const entries = arrange(library, settings);
  return {
    size,
    library,
    shelf: { ...settings, entries, cursor: nearestEssay(entries, 0, 1), top: 0 },
    screen: { kind: "shelf" },
    notes: options.notes ?? "auto",
    measure: options.measure ?? MEASURE,
    wrap: options.wrap ?? "even",
    themes: options.themes ?? [{ name: "terminal", theme: themes.terminal }],
    highlighter: undefined,
    count: "",
    progress: options.progress,
    drawn: 0,
    message: skippedWords(library),
  };
}

function skippedWords({ skipped }: Shelved): string {
  if (skipped === 0) return "";
  return `${skipped} ${skipped === 1 ? "file" : "files"} could not be read; ibid list tells which`;
}

export function update(state: State, message: Message): Updated {
  switch (message.kind) {
    case "key":
      return pressed(state, message.key);
    case "resized":
      return searchedAgain(resized(state, message.size));
    case "opened":
      return only({
        ...state,
        message: "",
        ...opened(state, message),
      });
    case "found":
      return answered(state, message);
    case "reading":
      return only({ ...state, progress: message.progress });
    case "library":
      return withLibrary(state, message.library);
    case "highlighting":
      return only(relaidAll({ ...state, highlighter: message.highlighter }));
    case "redrawn":
      return only({ ...state, drawn: state.drawn + 1 });
    case "failed":
      return only({
        ...state,
        // A search that can't be made is none.
        screen: state.screen.kind === "search" ? state.screen.under : state.screen,
        message: message.message,
      });
  }
}

/** An essay that has been read: at its beginning, or where a search led. */
function opened(state: State, { essay, document, landing }: OpenedMessage): Partial<State> {
  const { screen } = state;
  // From one essay to its neighbour: what is under them stays.
  const under =
    screen.kind === "page" ? screen.under : screen.kind === "search" ? screen : { kind: "shelf" as const };
  if (!landing) return { screen: { kind: "page", page: openPage(essay, document, state), under } };
  // A note that was found is shown, wherever notes are else.
  const shows =
    landing.note !== undefined && state.notes === "none" ? { ...state, notes: "inline" as const } : state;
  const page = landOn(openPage(essay, document, shows), findQuery(landing.query), landing, shows);
  return { notes: shows.notes, screen: { kind: "page", page, under }, message: foundWords(page) };
}

type OpenedMessage = Extract<Message, { kind: "opened" }>;

/** The library as it has been read by now; the cursor stays on its essay, a search is made again. */
function withLibrary(state: State, library: Shelved): Updated {
  const isAtFirst = state.shelf.cursor <= nearestEssay(state.shelf.entries, 0, 1);
  const moved = rearranged({ ...state, library }, {});
  const first = { cursor: nearestEssay(moved.shelf.entries, 0, 1), top: 0 };
  const next = isAtFirst ? { ...moved, shelf: { ...moved.shelf, ...first } } : moved;
  const message = next.message === "" ? skippedWords(library) : next.message;
  return searchedAgain({ ...next, message });
}

/** Where a search is on the screen, it is made again: for another library, or for passages of another length. */
function searchedAgain(state: State): Updated {
  const { screen } = state;
  if (screen.kind !== "search" || screen.search.query.trim() === "") return only(state);
  const most = Math.max(FIRST, screen.search.results.length);
  return ask(state, searchEffect(state, screen.search.query, most));
}

/** What is open, laid out anew; what lies under it too. */
function relaidAll(state: State): State {
  const { screen } = state;
  const below = "under" in screen ? { under: relaidAll({ ...state, screen: screen.under }).screen } : {};
  const page = "page" in screen ? { page: relaidPage(screen, state) } : {};
  const from = "from" in screen ? { from: relayPage(screen.from, state) } : {};
  return { ...state, screen: { ...screen, ...below, ...page, ...from } as Screen };
}

/** While one types what is sought, the match stays on the screen. */
function relaidPage(screen: Extract<Screen, { page: Page }>, state: State): Page {
  const page = relayPage(screen.page, state);
  return screen.kind === "find" ? inView(page, state) : page;
}

function resized(state: State, size: Size): State {
  const { shelf } = state;
  const top = keepInView(shelf.cursor, shelf.top, listHeight(size), shelf.entries.length);
  return relaidAll({ ...state, size, shelf: { ...shelf, top } });
}

function pressed(state: State, key: string): Updated {
  const { screen } = state;
  if (!isTyping(screen) && /^[1-9]$/.test(key))
    return only({ ...state, count: (state.count + key).slice(-4) });
  if (state.count !== "" && key === "0") return only({ ...state, count: (state.count + key).slice(-4) });
  const action = actionOf(screen.kind, key);
  const next = { ...state, count: "", message: "" };
  if (action === undefined) return typed(next, key);
  const isLine = state.count !== "" && (action === "top" || action === "bottom");
  return acted(next, isLine ? "line" : action, Math.max(1, Number(state.count)));
}

/** Whether what is typed is text. */
function isTyping({ kind }: Screen): boolean {
  return kind === "filter" || kind === "search" || kind === "find";
}

/** A key that no action is bound to. */
function typed(state: State, key: string): Updated {
  const { screen } = state;
  if (screen.kind === "filter") return only(typedFilter(state, key));
  if (screen.kind === "find") return only(typedFind(state, screen, key));
  return screen.kind === "search" ? typedSearch(state, screen, key) : only(state);
}

function acted(state: State, action: Action, count: number): Updated {
  const { screen } = state;
  if (action === "redraw") return ask(state, { kind: "redraw" });
  if (action === "suspend") return ask(state, { kind: "suspend" });
  if (action === "interrupt") return ask(state, { kind: "quit", code: 130 });
  if (action === "quit") return ask(state, { kind: "quit", code: 0 });
  if (action === "help" && screen.kind !== "help")
    return only({ ...state, screen: { kind: "help", top: 0, under: screen } });
  switch (screen.kind) {
    case "shelf":
    case "filter":
      return onShelf(state, action, count);
    case "tags":
      return only(onTags(state, screen.list, action, count));
    case "page":
      return onPage(state, screen, action, count);
    case "find":
      return only(onFind(state, screen, action, count));
    case "search":
      return onSearch(state, screen, action, count);
    case "help": {
      if (action === "back") return only({ ...state, screen: screen.under });
      const length = helpLines(screen.under.kind, state.size.columns).length;
      const top = moveTop(action, count, screen.top, listHeight(state.size), length) ?? screen.top;
      return only({ ...state, screen: { ...screen, top } });
    }
  }
}
