/**
 * Makes the shelf's rows from its settings: the essays, their order and groups; and the place of the cursor.
 */
import { type Choice, choose, groupByTag, isChosen } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import type { ReadState } from "../essay/reading.ts";
import { type Extent, keepInView } from "./scroll.ts";
import { shelfExtent } from "./shelf-geometry.ts";
import type { Entry, Shelf, Shelved, State } from "./state.ts";

type Settings = Pick<Shelf, "sort" | "reverse" | "grouped" | "tags" | "tagsAre" | "read" | "query">;

/** With a query, the best match first; otherwise sorted, and grouped by tag if requested. */
export function arrange(library: Shelved, readings: State["readings"], settings: Settings): Entry[] {
  const { sort, reverse, tags, tagsAre } = settings;
  // The library contains drafts only if they were requested.
  const stateOf = ({ path }: Essay): ReadState => readings.get(path)?.state ?? "no";
  const choice: Choice = {
    sort,
    reverse,
    drafts: true,
    ...(tags.length > 0 && { tags: tagsAre === "any" ? [tags] : tags.map((tag) => [tag]) }),
    read: stateOf,
  };
  const isInOrder = library.isInOwnOrder === true && sort === "order" && !reverse;
  const chosen = isInOrder
    ? library.essays.filter((essay) => isChosen(essay, choice))
    : choose(library.essays, choice);
  const essays = settings.read === "any" ? chosen : chosen.filter((one) => stateOf(one) === settings.read);
  if (settings.query.trim() !== "") return matching(library, essays, settings.query);
  if (!settings.grouped) return sort === "date" ? byYear(essays) : essays.map(plain);
  const untagged = essays.filter((essay) => essay.tags.length === 0);
  const groups = groupByTag(essays).map(({ tag, essays: own }) => ({ name: tag, essays: own }));
  if (untagged.length > 0) groups.push({ name: "without a tag", essays: untagged });
  return groups.flatMap((group): Entry[] => [
    { kind: "group", name: group.name, count: group.essays.length },
    ...group.essays.map(plain),
  ]);
}

/** Essays in the order of their dates, each year under a heading. */
function byYear(essays: readonly Essay[]): Entry[] {
  const years = Map.groupBy(essays, ({ date }) => date?.slice(0, 4) ?? "without a date");
  if (years.size === 1 && years.has("without a date")) return essays.map(plain);
  return Array.from(years).flatMap(([name, own]): Entry[] => [
    { kind: "group", name, count: own.length },
    ...own.map(plain),
  ]);
}

function matching(library: Shelved, essays: readonly Essay[], query: string): Entry[] {
  const allowed = new Set(essays);
  return library.index
    .search(query)
    .map((index) => library.essays[index]!)
    .filter((essay) => allowed.has(essay))
    .map(plain);
}

function plain(essay: Essay): Entry {
  return { kind: "essay", essay };
}

/** Whether two are the same essay, perhaps read at different times. */
export function isSame(a: Essay, b: Essay): boolean {
  return a.path === b.path;
}

export function orderOf(essay: Pick<Essay, "order">): string {
  return essay.order === undefined ? "" : String(essay.order);
}

/** Entries, and the number of their essays. */
export function withCounts(entries: readonly Entry[]): Pick<Shelf, "entries" | "essays" | "shown"> {
  const essays = entries.flatMap((entry) => (entry.kind === "essay" ? [entry.essay] : []));
  const isGrouped = essays.length < entries.length;
  return { entries, essays: essays.length, shown: isGrouped ? new Set(essays).size : essays.length };
}

/** The first row so that the cursor is in view, and with it the heading of the group that it begins. */
export function topFor(entries: readonly Entry[], cursor: number, top: number, extent: Extent): number {
  const kept = keepInView(cursor, top, extent);
  return entries[cursor - 1]?.kind === "group" ? Math.min(kept, cursor - 1) : kept;
}

/** The essay at `from`, or the nearest one in the direction of `step`, or in the other direction. */
export function nearestEssay(entries: readonly Entry[], from: number, step: 1 | -1): number {
  for (const direction of [step, -step]) {
    for (let index = from; index >= 0 && index < entries.length; index += direction) {
      if (entries[index]!.kind === "essay") return index;
    }
  }
  return 0;
}

/**
 * The row of the essay that was under the cursor. If it is no longer listed, the row of the first essay after
 * it, otherwise of the last one before it. Undefined if no essay is listed.
 */
function keptCursor({ entries: before, cursor }: Shelf, entries: readonly Entry[]): number | undefined {
  const rows = new Map<string, number>();
  for (const [row, entry] of entries.entries())
    if (entry.kind === "essay" && !rows.has(entry.essay.path)) rows.set(entry.essay.path, row);
  const rowOf = (entry: Entry | undefined): number | undefined =>
    entry?.kind === "essay" ? rows.get(entry.essay.path) : undefined;
  const renamed = rowOf(before[cursor]) === undefined ? renamedRow(before, cursor, entries) : -1;
  if (renamed >= 0) return renamed;
  const after = before.slice(cursor).find((entry) => rowOf(entry) !== undefined);
  return rowOf(after ?? before.slice(0, cursor).findLast((entry) => rowOf(entry) !== undefined));
}

/** The row of what was not there before and has the title and words of the essay under the cursor; -1 if there is none. */
function renamedRow(before: readonly Entry[], cursor: number, entries: readonly Entry[]): number {
  const under = before[cursor];
  if (under?.kind !== "essay") return -1;
  const { title, words } = under.essay;
  const paths = new Set(before.map((entry) => (entry.kind === "essay" ? entry.essay.path : "")));
  return entries.findIndex((entry) => {
    if (entry.kind !== "essay" || paths.has(entry.essay.path) || entry.essay.words !== words) return false;
    return entry.essay.title === title || entry.essay.titleFrom === "file name";
  });
}

/** The shelf with other settings; without a query the essay under the cursor stays under it. */
export function rearranged(state: State, change: Partial<Shelf>): State {
  const settings = { ...state.shelf, ...change };
  const entries = arrange(state.library, state.readings, settings);
  const kept = settings.query === "" ? keptCursor(state.shelf, entries) : undefined;
  const cursor = kept ?? nearestEssay(entries, 0, 1);
  const shelf = { ...settings, ...withCounts(entries), cursor, top: 0 };
  const extent = shelfExtent({ ...state, shelf });
  const top = topFor(entries, cursor, settings.query === "" ? state.shelf.top : 0, extent);
  return { ...state, shelf: { ...shelf, top } };
}

/** The shelf with its cursor on another row. */
export function withCursor(state: State, cursor: number): State {
  const { shelf } = state;
  const top = topFor(shelf.entries, cursor, shelf.top, shelfExtent(state));
  return { ...state, shelf: { ...shelf, cursor, top } };
}

/** The shelf with its cursor on an essay, if it is listed, so that the user returns to the place of the essay. */
export function withCursorOn(state: State, essay: Essay): State {
  const { entries, cursor } = state.shelf;
  const under = entries[cursor];
  if (under?.kind === "essay" && isSame(under.essay, essay)) return state;
  const index = entries.findIndex((entry) => entry.kind === "essay" && isSame(entry.essay, essay));
  return index < 0 ? state : withCursor(state, index);
}
