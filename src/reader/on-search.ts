/**
 * The full-text search: found as one types, a row for each passage.
 *
 *      How I ship projects at big tech companies
 *    ▌   text     … a project is to not ship: to be delayed …
 *        note 3   … I have shipped a lot …
 */
import type { SearchResult } from "../library/index/search.ts";
import { editText } from "./edit-text.ts";
import { listHeight } from "./geometry.ts";
import type { Action } from "./keymap.ts";
import { isSame } from "./rearrange.ts";
import { clamp, keepInView, moveCursor } from "./scroll.ts";
import type { Effect, Message, Updated } from "./messages.ts";
import type { Landing, Screen, Search, State } from "./state.ts";
import { ask, only } from "./updated.ts";

type SearchScreen = Extract<Screen, { kind: "search" }>;

/** Essays of which passages are asked for at first; as one comes to their end, as many again. */
export const FIRST = 30;

/** A row of the results: the essay's title, or a passage of it. */
export interface Row {
  readonly result: SearchResult;
  /** Index of the passage; undefined on the row of the title. */
  readonly passage: number | undefined;
  /** Its number among the rows that can be opened; undefined on a title above passages. */
  readonly opens: number | undefined;
}

export function newSearch(under: Screen): SearchScreen {
  const search: Search = {
    query: "",
    results: [],
    count: 0,
    answered: true,
    opening: false,
    suggestion: undefined,
    cursor: 0,
    top: 0,
  };
  return { kind: "search", search, under };
}

/** All rows, titles and passages. An essay that was found by its title alone is opened by its title. */
export function rowsOf({ results }: Pick<Search, "results">): Row[] {
  let opens = 0;
  return results.flatMap((result): Row[] => [
    { result, passage: undefined, opens: result.passages.length === 0 ? opens++ : undefined },
    ...result.passages.map((_, passage) => ({ result, passage, opens: opens++ })),
  ]);
}

/** The state after a key that no action is bound to: the answer follows. */
export function typedSearch(state: State, screen: SearchScreen, key: string): Updated {
  const query = editText(screen.search.query, key);
  if (query === screen.search.query) return only(state);
  if (query.trim() === "")
    return only({
      ...state,
      screen: { ...newSearch(screen.under), search: { ...newSearch(screen.under).search, query } },
    });
  const search = { ...screen.search, query, answered: false, opening: false };
  return ask({ ...state, screen: { ...screen, search } }, searchEffect(state, query, FIRST));
}

/** Columns before a passage. */
const PASSAGE_INDENT = 14;
const SHORTEST_PASSAGE = 20;

export function searchEffect({ size }: State, query: string, most: number): Effect {
  return { kind: "search", query, most, length: Math.max(SHORTEST_PASSAGE, size.columns - PASSAGE_INDENT) };
}

/** What was found, if it is still what is asked. Where nothing was typed since, the cursor stays on its passage. */
export function answered(state: State, found: Extract<Message, { kind: "found" }>): Updated {
  const { screen } = state;
  if (screen.kind !== "search" || screen.search.query !== found.query) return only(state);
  const { results, count, suggestion } = found;
  const rows = rowsOf({ results });
  const cursor = screen.search.answered ? sameRow(rowsOf(screen.search), rows, screen.search.cursor) : 0;
  const top = topFor(rows, cursor, screen.search.answered ? screen.search.top : 0, listHeight(state.size));
  const search = {
    ...screen.search,
    results,
    count,
    suggestion,
    cursor,
    top,
    answered: true,
    opening: false,
  };
  const next: State = { ...state, screen: { ...screen, search } };
  return screen.search.opening ? opened(next, search, rows) : only(next);
}

/** Opens what is under the cursor. */
function opened(state: State, { query, cursor }: Search, rows: readonly Row[]): Updated {
  const row = rows.find(({ opens }) => opens === cursor);
  if (!row) return only(state);
  return ask(state, { kind: "open", essay: row.result.essay, landing: landingOf(query, row) });
}

/** Where among new rows the passage stands that was under the cursor. */
function sameRow(before: readonly Row[], now: readonly Row[], cursor: number): number {
  const was = before.find(({ opens }) => opens === cursor);
  const same = now.find(
    ({ result, passage }) => was && isSame(result.essay, was.result.essay) && passage === was.passage,
  );
  return same?.opens ?? 0;
}

export function onSearch(state: State, screen: SearchScreen, action: Action, count: number): Updated {
  const { search, under } = screen;
  if (action === "back") return only({ ...state, screen: under });
  const rows = rowsOf(search);
  if (action === "open") {
    if (search.answered) return opened(state, search, rows);
    return only({ ...state, screen: { ...screen, search: { ...search, opening: true } } });
  }
  const height = listHeight(state.size);
  const openable = rows.filter(({ opens }) => opens !== undefined).length;
  const cursor = moveCursor(action, count, search.cursor, height, openable);
  if (cursor === undefined) return only(state);
  const moved = {
    ...state,
    screen: { ...screen, search: { ...search, cursor, top: topFor(rows, cursor, search.top, height) } },
  };
  const isAtEnd = cursor >= openable - height && search.results.length < search.count;
  return isAtEnd ? ask(moved, searchEffect(state, search.query, search.results.length * 2)) : only(moved);
}

/** The first row so that the cursor's is on the screen, with its title where that is just above. */
export function topFor(rows: readonly Row[], cursor: number, top: number, height: number): number {
  const row = Math.max(
    0,
    rows.findIndex(({ opens }) => opens === cursor),
  );
  const kept = keepInView(row, top, height, rows.length);
  const isUnderTitle = rows[row - 1]?.opens === undefined && row - 1 < kept;
  return clamp(isUnderTitle ? row - 1 : kept, 0, Math.max(0, rows.length - 1));
}

/** An essay that was found by its title is opened at its beginning. */
function landingOf(query: string, { result, passage }: Row): Landing {
  const found = passage === undefined ? undefined : result.passages[passage];
  return { kind: "match", query, block: found?.block ?? -1, note: found?.note };
}
