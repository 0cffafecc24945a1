/**
 * The shelf's rows out of its settings: which essays, in which order, grouped or not.
 */
import { choose, groupByTag } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import type { Entry, Shelf, Shelved, State } from "./state.ts";

export const SORTS = ["order", "date", "title", "words", "read"] as const;

type Settings = Pick<Shelf, "sort" | "reverse" | "grouped" | "tags" | "tagsAre" | "query">;

/** With a query, the best match first; else sorted, and grouped by tag if that is wanted. */
export function arrange(library: Shelved, readings: State["readings"], settings: Settings): Entry[] {
  const { sort, reverse, tags, tagsAre } = settings;
  // The library holds drafts only where they were asked for.
  const essays = choose(library.essays, {
    sort,
    reverse,
    drafts: true,
    ...(tags.length > 0 && { tags: tagsAre === "any" ? [tags] : tags.map((tag) => [tag]) }),
    read: ({ path }) => readings.get(path)?.state ?? "no",
  });
  if (settings.query.trim() !== "") return matching(library, essays, settings.query);
  if (!settings.grouped) return essays.map(plain);
  const untagged = essays.filter((essay) => essay.tags.length === 0);
  const groups = groupByTag(essays).map(({ tag, essays: own }) => ({ name: tag, essays: own }));
  if (untagged.length > 0) groups.push({ name: "without a tag", essays: untagged });
  return groups.flatMap((group): Entry[] => [
    { kind: "group", name: group.name, count: group.essays.length },
    ...group.essays.map(plain),
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
