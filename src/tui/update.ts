/**
 * The reader's one reducer: a state and a message into the next state and what is to be done in the world.
 */
import { MEASURE } from "../layout/layout.ts";
import { themes } from "../paint/theme.ts";
import { arrange } from "./arrange.ts";
import { listHeight } from "./geometry.ts";
import { helpLines } from "./help.ts";
import { type Action, actionOf } from "./keymap.ts";
import { typed } from "./on-filter.ts";
import { onPage } from "./on-page.ts";
import { onShelf } from "./on-shelf.ts";
import { onTags } from "./on-tags.ts";
import { openPage, relayPage } from "./page.ts";
import { nearestEssay } from "./rearrange.ts";
import { keepInView, moveTop } from "./scroll.ts";
import type { Message, Shelf, Shelved, Size, State, Updated } from "./state.ts";
import { ask, only } from "./updated.ts";

/** The state on which the reader opens: the shelf, its first essay under the cursor. */
export function initialState(
  library: Shelved,
  size: Size,
  options: Partial<Pick<State, "notes" | "measure" | "wrap" | "themes">> & { shelf?: Partial<Shelf> } = {},
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
    drawn: 0,
    message:
      library.skipped > 0
        ? `${library.skipped} ${library.skipped === 1 ? "file" : "files"} could not be read; ibid list tells which`
        : "",
  };
}

export function update(state: State, message: Message): Updated {
  switch (message.kind) {
    case "key":
      return pressed(state, message.key);
    case "resized":
      return { state: resized(state, message.size), effects: [] };
    case "opened":
      return only({
        ...state,
        screen: { kind: "page", page: openPage(message.essay, message.document, state) },
        message: "",
      });
    case "highlighting":
      return only(relaidAll({ ...state, highlighter: message.highlighter }));
    case "redrawn":
      return only({ ...state, drawn: state.drawn + 1 });
    case "failed":
      return only({ ...state, message: message.message });
  }
}

/** What is open, laid out anew; what lies under the help too. */
function relaidAll(state: State): State {
  const { screen } = state;
  if (screen.kind === "page") return { ...state, screen: { ...screen, page: relayPage(screen.page, state) } };
  if (screen.kind !== "help") return state;
  return { ...state, screen: { ...screen, under: relaidAll({ ...state, screen: screen.under }).screen } };
}

function resized(state: State, size: Size): State {
  const { shelf } = state;
  const top = keepInView(shelf.cursor, shelf.top, listHeight(size), shelf.entries.length);
  return relaidAll({ ...state, size, shelf: { ...shelf, top } });
}

function pressed(state: State, key: string): Updated {
  const { screen } = state;
  if (screen.kind !== "filter" && /^[1-9]$/.test(key))
    return only({ ...state, count: (state.count + key).slice(-4) });
  if (state.count !== "" && key === "0") return only({ ...state, count: (state.count + key).slice(-4) });
  const action = actionOf(screen.kind, key);
  const next = { ...state, count: "", message: "" };
  if (action === undefined) return screen.kind === "filter" ? only(typed(next, key)) : only(next);
  const isLine = state.count !== "" && (action === "top" || action === "bottom");
  return acted(next, isLine ? "line" : action, Math.max(1, Number(state.count)));
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
      return onPage(state, screen.page, action, count);
    case "help": {
      if (action === "back") return only({ ...state, screen: screen.under });
      const length = helpLines(screen.under.kind, state.size.columns).length;
      const top = moveTop(action, count, screen.top, listHeight(state.size), length) ?? screen.top;
      return only({ ...state, screen: { ...screen, top } });
    }
  }
}
