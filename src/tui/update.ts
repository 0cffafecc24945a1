/**
 * The reader's one reducer: a state and a message into the next state and what is to be done in the world.
 */
import { groupByTag } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { MEASURE } from "../layout/layout.ts";
import { themes } from "../paint/theme.ts";
import { arrange, SORTS } from "./arrange.ts";
import { listHeight, pageShape } from "./geometry.ts";
import { helpLines } from "./help.ts";
import { type Action, actionOf } from "./keymap.ts";
import { movePage, openPage, relayPage } from "./page.ts";
import { clamp, keepInView, moveCursor, moveTop } from "./scroll.ts";
import type { Effect, Entry, Message, Page, Shelf, Shelved, Size, State, TagList, Updated } from "./state.ts";

const NOTES: readonly State["notes"][] = ["auto", "inline", "margin", "end", "none"];
const MEASURE_STEP = 4;
const NARROWEST = 20;
const WIDEST = 200;

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
    case "failed":
      return only({ ...state, message: message.message });
  }
}

function only(state: State): Updated {
  return { state, effects: [] };
}

function ask(state: State, ...effects: Effect[]): Updated {
  return { state, effects };
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
  const count = Math.max(1, Number(state.count));
  return acted(next, action, count);
}

function acted(state: State, action: Action, count: number): Updated {
  const { screen } = state;
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

function onShelf(state: State, action: Action, count: number): Updated {
  const { shelf } = state;
  switch (action) {
    case "open": {
      const entry = shelf.entries[shelf.cursor];
      const next: State = { ...state, screen: { kind: "shelf" } };
      return entry?.kind === "essay" ? ask(next, { kind: "open", essay: entry.essay }) : only(state);
    }
    case "filter":
      return only({ ...state, screen: { kind: "filter" } });
    case "accept":
      return only({ ...state, screen: { kind: "shelf" } });
    case "clear":
      return only({
        ...rearranged(state, { query: "", tags: state.screen.kind === "shelf" ? [] : shelf.tags }),
        screen: { kind: "shelf" },
      });
    case "tags":
      return only({ ...state, screen: { kind: "tags", list: tagList(state.library, shelf.tags) } });
    case "group":
      return only(rearranged(state, { grouped: !shelf.grouped }));
    case "sort": {
      const index = SORTS.indexOf(shelf.sort as (typeof SORTS)[number]);
      return only(rearranged(state, { sort: SORTS[(index + 1) % SORTS.length]! }));
    }
    case "reverse":
      return only(rearranged(state, { reverse: !shelf.reverse }));
    default:
      return only({ ...state, shelf: moveOnShelf(shelf, action, count, listHeight(state.size)) });
  }
}

/** Group headings are passed over. */
function moveOnShelf(shelf: Shelf, action: Action, count: number, height: number): Shelf {
  const moved = moveCursor(action, count, shelf.cursor, height, shelf.entries.length);
  if (moved === undefined) return shelf;
  const cursor = nearestEssay(shelf.entries, moved, moved < shelf.cursor ? -1 : 1);
  return { ...shelf, cursor, top: topFor(shelf.entries, cursor, shelf.top, height) };
}

/** The first row so that the cursor is in view, and with it the heading of the group that it begins. */
function topFor(entries: readonly Entry[], cursor: number, top: number, height: number): number {
  const kept = keepInView(cursor, top, height, entries.length);
  return entries[cursor - 1]?.kind === "group" ? Math.min(kept, cursor - 1) : kept;
}

function nearestEssay(entries: readonly Entry[], from: number, step: 1 | -1): number {
  for (const direction of [step, -step]) {
    for (let index = from; index >= 0 && index < entries.length; index += direction) {
      if (entries[index]!.kind === "essay") return index;
    }
  }
  return 0;
}

/** The shelf with other settings; without a query the essay under the cursor stays under it. */
function rearranged(state: State, change: Partial<Shelf>): State {
  const settings = { ...state.shelf, ...change };
  const entries = arrange(state.library, settings);
  const under = state.shelf.entries[state.shelf.cursor];
  const kept = entries.findIndex(
    (entry) => entry.kind === "essay" && under?.kind === "essay" && entry.essay === under.essay,
  );
  const cursor = settings.query !== "" || kept < 0 ? nearestEssay(entries, 0, 1) : kept;
  const top = topFor(entries, cursor, settings.query === "" ? state.shelf.top : 0, listHeight(state.size));
  return { ...state, shelf: { ...settings, entries, cursor, top } };
}

function typed(state: State, key: string): State {
  const { query } = state.shelf;
  const changed = edited(query, key);
  return changed === query ? state : rearranged(state, { query: changed });
}

function edited(query: string, key: string): string {
  if (key === "backspace") return Array.from(query).slice(0, -1).join("");
  if (key === "ctrl+u") return "";
  if (key === "ctrl+w") return query.replace(/\S*\s*$/, "");
  if (key === "space") return `${query} `;
  return Array.from(key).length === 1 ? query + key : query;
}

function tagList(library: Shelved, chosen: readonly string[]): TagList {
  const tags = groupByTag(library.essays).map(({ tag, essays }) => ({ tag, count: essays.length }));
  const cursor = Math.max(
    0,
    tags.findIndex(({ tag }) => chosen.includes(tag)),
  );
  return { tags, cursor, top: 0 };
}

function onTags(state: State, list: TagList, action: Action, count: number): State {
  if (action === "back") return { ...state, screen: { kind: "shelf" } };
  if (action === "accept") {
    const tag = list.tags[list.cursor]?.tag;
    return {
      ...rearranged(state, { tags: tag === undefined ? [] : [tag], query: "" }),
      screen: { kind: "shelf" },
    };
  }
  const height = listHeight(state.size);
  const cursor = moveCursor(action, count, list.cursor, height, list.tags.length) ?? list.cursor;
  const top = keepInView(cursor, list.top, height, list.tags.length);
  return { ...state, screen: { kind: "tags", list: { ...list, cursor, top } } };
}

function onPage(state: State, page: Page, action: Action, count: number): Updated {
  switch (action) {
    case "back":
      return only({ ...state, screen: { kind: "shelf" } });
    case "notes":
      return only(relaid({ ...state, notes: NOTES[(NOTES.indexOf(state.notes) + 1) % NOTES.length]! }, page));
    case "wider":
    case "narrower": {
      const step = action === "wider" ? MEASURE_STEP : -MEASURE_STEP;
      return only(
        relaid({ ...state, measure: clamp(state.measure + step * count, NARROWEST, WIDEST) }, page),
      );
    }
    case "theme":
      return only(nextTheme(state));
    case "nextEssay":
    case "previousEssay":
      return neighbour(state, page.essay, action === "nextEssay" ? count : -count);
    default: {
      const moved = movePage(page, action, count, state);
      return only(moved ? { ...state, screen: { kind: "page", page: moved } } : state);
    }
  }
}

function nextTheme(state: State): State {
  const [used, ...others] = state.themes;
  const turned = used ? [...others, used] : others;
  return { ...state, themes: turned, message: `theme: ${turned[0]?.name ?? ""}` };
}

function relaid(state: State, page: Page): State {
  const next: State = { ...state, screen: { kind: "page", page: relayPage(page, state) } };
  return { ...next, message: page.document.notes.length > 0 ? `footnotes ${noteWords(state)}` : "" };
}

/** Where notes stand, and where they would if the window were wide enough. */
function noteWords(state: State): string {
  const words = { inline: "under the paragraph", margin: "in the margin", end: "at the end", none: "hidden" };
  const shown = words[pageShape(state).notes];
  if (state.notes === "auto") return `${shown} (auto)`;
  return state.notes === "margin" && shown !== words.margin ? `${shown} (no room for a margin)` : shown;
}

/** The essay so many places further on the shelf, which moves along. */
function neighbour(state: State, essay: Essay, step: number): Updated {
  const { entries } = state.shelf;
  const essays = entries.flatMap((entry, index) =>
    entry.kind === "essay" ? [{ essay: entry.essay, index }] : [],
  );
  const here = essays.findIndex((entry) => entry.essay === essay);
  const target = essays[here + step];
  if (here < 0 || !target)
    return only({ ...state, message: step > 0 ? "this is the last essay" : "this is the first essay" });
  const top = keepInView(target.index, state.shelf.top, listHeight(state.size), entries.length);
  return ask(
    { ...state, shelf: { ...state.shelf, cursor: target.index, top } },
    { kind: "open", essay: target.essay },
  );
}
