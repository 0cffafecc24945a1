/**
 * The reader's one reducer: a state and a message into the next state and what is to be done in the world.
 */
import { listHeight } from "./geometry.ts";
import { helpLines } from "./help.ts";
import { skippedWords } from "./initial.ts";
import { type Action, actionOf } from "./keymap.ts";
import { onBox } from "./on-box.ts";
import { typedFilter } from "./on-filter.ts";
import { onFind, sought, typedFind } from "./on-find.ts";
import { onMenu } from "./on-menu.ts";
import { onMouse } from "./on-mouse.ts";
import { onPage } from "./on-page.ts";
import { onSelect } from "./on-select.ts";
import { onShelf } from "./on-shelf.ts";
import { answered, FIRST, onSearch, searchEffect, typedSearch } from "./on-search.ts";
import { onTags } from "./on-tags.ts";
import { previewed, withPreview } from "./preview.ts";
import { nearestEssay, rearranged } from "./rearrange.ts";
import { keepInView, moveTop } from "./scroll.ts";
import type { Message, Updated } from "./messages.ts";
import type { Screen, Shelved, Size, State } from "./state.ts";
import { changed, eachPage, opened, relaidAll, withAround } from "./shown.ts";
import { ask, only } from "./updated.ts";

export function update(state: State, message: Message): Updated {
  return withPreview(updated(state, message));
}

function updated(state: State, message: Message): Updated {
  switch (message.kind) {
    case "key":
      return pressed(state, message.key);
    case "mouse":
      return state.mouse ? onMouse(state, message.event, acted) : only(state);
    case "resized":
      return searchedAgain(resized(state, message.size));
    case "opened":
      return opened(state, message);
    case "changed":
      return changed(state, message);
    case "settled":
      return only(eachPage(state, (page) => ({ ...page, changed: new Set() })));
    case "seek":
      return only(sought(state));
    case "previewed":
      return only(previewed(state, message.essay, message.document));
    case "around":
      return only(withAround(state, message));
    case "listed":
      return only({
        ...state,
        screen: { kind: message.what, menu: message.menu, under: state.screen },
      });
    case "found":
      return answered(state, message);
    case "reading":
      return only({ ...state, progress: message.progress });
    case "library":
      return withLibrary(state, message.library);
    case "fresh":
      return only({ ...state, fresh: message.fresh });
    case "read": {
      const readings = new Map(state.readings).set(message.path, message.reading);
      return only({ ...state, readings });
    }
    case "highlighting":
      return only(relaidAll({ ...state, highlighter: message.highlighter }));
    case "redrawn":
      return only({ ...state, drawn: state.drawn + 1 });
    case "said":
      return only({ ...state, message: message.message });
    case "failed":
      return only({
        ...state,
        // A search that can't be made is none.
        screen: state.screen.kind === "search" ? state.screen.under : state.screen,
        message: message.message,
      });
  }
}

/** The library as it has been read by now; the cursor stays on its essay, a search is made again. */
function withLibrary(state: State, library: Shelved): Updated {
  const isAtFirst = state.shelf.cursor <= nearestEssay(state.shelf.entries, 0, 1);
  const moved = rearranged({ ...state, library, previewing: "" }, {});
  const first = { cursor: nearestEssay(moved.shelf.entries, 0, 1), top: 0 };
  const next = isAtFirst && state.progress ? { ...moved, shelf: { ...moved.shelf, ...first } } : moved;
  const message = next.message === "" ? skippedWords(library) : next.message;
  return searchedAgain(relaidAll({ ...next, message }));
}

/** Where a search is on the screen, it is made again: for another library, or for passages of another length. */
function searchedAgain(state: State): Updated {
  const { screen } = state;
  if (screen.kind !== "search" || screen.search.query.trim() === "") return only(state);
  const most = Math.max(FIRST, screen.search.results.length);
  return ask(state, searchEffect(state, screen.search.query, most));
}

function resized(state: State, size: Size): State {
  const { shelf } = state;
  const top = keepInView(shelf.cursor, shelf.top, listHeight(size), shelf.entries.length);
  return relaidAll({ ...state, size, shelf: { ...shelf, top } }, state);
}

function pressed(state: State, key: string): Updated {
  const { screen } = state;
  const last = state.lastKey;
  const now = { ...state, lastKey: key };
  if (!isTyping(screen) && /^[1-9]$/.test(key)) return only({ ...now, count: (state.count + key).slice(-4) });
  if (state.count !== "" && key === "0") return only({ ...now, count: (state.count + key).slice(-4) });
  const action = actionOf(state.keymap, screen.kind, key);
  const next = { ...now, count: "", message: "" };
  if (action === undefined) return typed(next, key);
  // `gg` is what vi has for `g`.
  if (action === "top" && key === "g" && last === "g") return only({ ...next, lastKey: "" });
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
  if (screen.kind === "find") return typedFind(state, screen, key);
  return screen.kind === "search" ? typedSearch(state, screen, key) : only(state);
}

function acted(state: State, action: Action, count: number): Updated {
  const { screen } = state;
  switch (action) {
    case "redraw":
      return ask(state, { kind: "redraw" });
    case "suspend":
      return ask(state, { kind: "suspend" });
    case "interrupt":
      return ask(state, { kind: "quit", code: 130 });
    case "quit":
      return ask(state, { kind: "quit", code: 0 });
    case "mouse":
      return only({
        ...state,
        mouse: !state.mouse,
        message: state.mouse
          ? "the mouse is the terminal's: select as you like"
          : "the mouse scrolls and follows links",
      });
    case "help":
      if (screen.kind !== "help") return only({ ...state, screen: { kind: "help", top: 0, under: screen } });
  }
  return onScreen(state, action, count);
}

function onScreen(state: State, action: Action, count: number): Updated {
  const { screen } = state;
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
    case "select":
      return onSelect(state, screen, action, count);
    case "box":
      return onBox(state, screen, action, count);
    case "outline":
    case "bookmarks":
    case "citing":
    case "recent":
      return onMenu(state, screen, action, count);
    case "search":
      return onSearch(state, screen, action, count);
    case "help": {
      if (action === "back") return only({ ...state, screen: screen.under });
      const length = helpLines(state.keymap, screen.under.kind, state.size.columns).length;
      const top = moveTop(action, count, screen.top, listHeight(state.size), length) ?? screen.top;
      return only({ ...state, screen: { ...screen, top } });
    }
  }
}
