/**
 * The full-text search: it follows each key, with a row for each passage.
 *
 *      What a pipe is  Apr 2026
 *    ▌   … a pipe has no idea what a line is, or a character …
 *        note 2: … the buffer holds 64 KiB unless …
 */
import { isSame } from "../../arrange.ts";
import { headerRows, listHeight } from "../../geometry.ts";
import type { Action } from "../../keymap.ts";
import { ask, type Effect, type Message, only, type Updated } from "../../messages.ts";
import { lastTyped } from "../../history.ts";
import { moveCursor, moveTop } from "../../scroll.ts";
import { popped } from "../../stack.ts";
import { isInPane } from "../../preview/pane.ts";
import type { Search, SearchScreen, State } from "../../state.ts";
import type { Click, ScreenModule } from "../screen.ts";
import { besideResults, landingOf } from "./beside-results.ts";
import { newSearch } from "./new-search.ts";
import { bestOf } from "../../../search/excerpt.ts";
import { beginning, longestPassage, type ResultRow, rowsOf, topFor, WIDEST } from "./rows.ts";
import { helpLines, searchBottom, searchView, shownLines } from "./view.ts";

export const searchScreen: ScreenModule<SearchScreen> = {
  context: () => "search",
  isTyping: () => true,
  title: () => "Search",
  field: (_, { search }) => ({
    name: "search",
    text: search.query,
    isAtTop: search.cursor === 0 && search.top === 0,
  }),
  update: onSearch,
  typed,
  click: clicked,
  beside: (state, { search }) => besideResults(state, search),
  bottom: (state, { search }) => searchBottom(state, search),
  view: (state, { search }) => searchView(state, search),
};

/** The number of essays whose passages are requested first; it doubles when the cursor comes near the end. */
const FIRST = 30;

/** Changes the query and requests its results. */
function typed(state: State, screen: SearchScreen, change: (text: string) => string): Updated {
  const query = change(screen.search.query);
  if (query === screen.search.query) return only(state);
  if (query.trim() === "") return only({ ...state, screen: newSearch(query) });
  const search = { ...screen.search, query, answered: false, opening: false };
  return ask({ ...state, screen: { ...screen, search } }, searchEffect(state, query, FIRST));
}

const SHORTEST_PASSAGE = 20;

function searchEffect({ size }: State, query: string, most: number): Effect {
  return {
    kind: "search",
    query,
    most,
    length: Math.max(SHORTEST_PASSAGE, longestPassage(size)),
  };
}

/** Repeats the search on the screen, for another library or another length of passages. */
export function searchedAgain(state: State): Updated {
  const { screen } = state;
  if (screen.kind !== "search" || screen.search.query.trim() === "") return only(state);
  const most = Math.max(FIRST, screen.search.results.length);
  return ask(state, searchEffect(state, screen.search.query, most));
}

/** Shows results, if they answer the current query. If the query is the same as before, the cursor stays on its passage. */
export function answered(state: State, found: Extract<Message, { kind: "found" }>): Updated {
  const { screen } = state;
  if (screen.kind !== "search" || screen.search.query !== found.query) return only(state);
  const { results, count, suggestion, parsed, fault } = found;
  const { search: before } = screen;
  const rows = rowsOf({ results });
  // While the library is read, better passages arrive: a cursor that has not moved stays on the best.
  const stays = before.answered && !(state.progress && before.cursor === beginning(before));
  const same = stays ? sameRow(rowsOf(before), rows, before.cursor) : undefined;
  const cursor = same ?? beginning({ results });
  const top = topFor(rows, cursor, before.answered ? before.top : 0, state.size);
  const search: Search = {
    ...before,
    parsed,
    results,
    count,
    suggestion,
    fault,
    cursor,
    top,
    answered: true,
    opening: false,
  };
  const next: State = { ...state, screen: { ...screen, search } };
  return before.opening ? opened(next, search, rows) : only(next);
}

/** Opens the passage under the cursor. */
function opened(state: State, { parsed, cursor }: Search, rows: readonly ResultRow[]): Updated {
  const row = rows.find(({ opens }) => opens === cursor);
  if (!row || !parsed) return only(state);
  return ask(state, { kind: "open", essay: row.result.essay, landing: landingOf(parsed, row) });
}

/** The number of the new row that shows the passage of the cursor; undefined if none does. */
function sameRow(
  before: readonly ResultRow[],
  now: readonly ResultRow[],
  cursor: number,
): number | undefined {
  const was = before.find(({ opens }) => opens === cursor);
  const same = now.find(
    ({ result, passage, isGap }) =>
      was && !isGap && isSame(result.essay, was.result.essay) && passage === was.passage,
  );
  return same?.opens;
}

function onSearch(state: State, screen: SearchScreen, action: Action, count: number): Updated {
  const { search } = screen;
  if (action === "back") return only(popped(state));
  if (search.query.trim() === "") return onHelp(state, screen, action, count);
  const rows = rowsOf(search);
  if (action === "open") {
    const { suggestion } = search;
    if (suggestion !== undefined && rows.length === 0) return typed(state, screen, () => suggestion);
    if (search.answered) return opened(state, search, rows);
    return only({ ...state, screen: { ...screen, search: { ...search, opening: true } } });
  }
  const height = listHeight(state.size);
  const openable = rows.filter(({ opens }) => opens !== undefined).length;
  const cursor = moveCursor(action, count, search.cursor, { height, length: openable });
  if (cursor === undefined) return only(state);
  const moved = { ...search, cursor, top: topFor(rows, cursor, search.top, state.size) };
  const next: State = { ...state, screen: { ...screen, search: moved } };
  const isAtEnd = cursor >= openable - height && search.results.length < search.count;
  return isAtEnd ? ask(next, searchEffect(state, search.query, search.results.length * 2)) : only(next);
}

/** With an empty field, keys scroll the help, and Enter repeats the last search. */
function onHelp(state: State, screen: SearchScreen, action: Action, count: number): Updated {
  const last = lastTyped(state, "search");
  if (action === "open") return last === undefined ? only(state) : typed(state, screen, () => last);
  const { search } = screen;
  const extent = { height: listHeight(state.size), length: helpLines(state.size).length };
  const top = moveTop(action, count, search.top, extent) ?? search.top;
  return only({ ...state, screen: { ...screen, search: { ...search, top } } });
}

function clicked(state: State, screen: SearchScreen, click: Click): Updated {
  const { search } = screen;
  const { size } = state;
  if (besideResults(state, search) && isInPane(click, WIDEST, size))
    return onSearch(state, screen, "open", 1);
  const { row: at } = shownLines(search, size, false)[click.row - headerRows(size)] ?? {};
  // A click on a title opens its best passage.
  const best = at && bestOf(at.result.passages);
  const row = rowsOf(search).find(({ result, passage }) => result === at?.result && passage === best);
  const cursor = at?.isGap ? undefined : (at?.opens ?? row?.opens);
  if (cursor === undefined) return only(state);
  const under: SearchScreen = { ...screen, search: { ...screen.search, cursor } };
  return onSearch({ ...state, screen: under }, under, "open", 1);
}
