/**
 * The shelf with other settings, and where its cursor then stands.
 */
import type { Essay } from "../essay/essay.ts";
import { arrange } from "./arrange.ts";
import { listHeight } from "./geometry.ts";
import { keepInView } from "./scroll.ts";
import type { Entry, Shelf, State } from "./state.ts";

/** The first row so that the cursor is in view, and with it the heading of the group that it begins. */
export function topFor(entries: readonly Entry[], cursor: number, top: number, height: number): number {
  const kept = keepInView(cursor, top, height, entries.length);
  return entries[cursor - 1]?.kind === "group" ? Math.min(kept, cursor - 1) : kept;
}

export function nearestEssay(entries: readonly Entry[], from: number, step: 1 | -1): number {
  for (const direction of [step, -step]) {
    for (let index = from; index >= 0 && index < entries.length; index += direction) {
      if (entries[index]!.kind === "essay") return index;
    }
  }
  return 0;
}

/** Whether two are one essay, perhaps read at different times. */
export function isSame(a: Essay, b: Essay): boolean {
  return a.path === b.path;
}

/** Entries, and how many essays they are. */
export function counted(entries: readonly Entry[]): Pick<Shelf, "entries" | "essays" | "shown"> {
  const essays = entries.flatMap((entry) => (entry.kind === "essay" ? [entry.essay] : []));
  const isGrouped = essays.length < entries.length;
  return { entries, essays: essays.length, shown: isGrouped ? new Set(essays).size : essays.length };
}

/** The shelf with other settings; without a query the essay under the cursor stays under it. */
export function rearranged(state: State, change: Partial<Shelf>): State {
  const settings = { ...state.shelf, ...change };
  const entries = arrange(state.library, state.readings, settings);
  const under = state.shelf.entries[state.shelf.cursor];
  const kept = entries.findIndex(
    (entry) => entry.kind === "essay" && under?.kind === "essay" && isSame(entry.essay, under.essay),
  );
  const cursor = settings.query !== "" || kept < 0 ? nearestEssay(entries, 0, 1) : kept;
  const top = topFor(entries, cursor, settings.query === "" ? state.shelf.top : 0, listHeight(state.size));
  return { ...state, shelf: { ...settings, ...counted(entries), cursor, top } };
}
