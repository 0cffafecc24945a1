/**
 * Which essays a query is found in, best first.
 *
 * First those that have everything wanted in their title, then in title or headings, then in tags and description
 * too, then in the text, and last those that need a note for it. Among those BM25 (Robertson and Zaragoza, “The
 * Probabilistic Relevance Framework”, 2009), as FTS5 has it; among equals the newer one.
 */
import { COLUMNS, matchUnwanted, matchWanted, TIERS, WEIGHTS } from "../../search/fts.ts";
import type { Query } from "../../search/query.ts";
import type { Database } from "./sqlite.ts";

export interface Ranked {
  readonly id: number;
  readonly tier: number;
  /** BM25, negative: the less the better. */
  readonly score: number;
}

/** Scores that differ by less are equal. */
const STEP = 0.25;

/** `all` are the numbers of all essays, for a query that only says what is not wanted; `dateOf` gives their dates. */
export function rank(
  database: Database,
  query: Query,
  all: readonly number[],
  dateOf: (id: number) => string,
): Ranked[] {
  if (query.clauses.length === 0) return [];
  const match = matchWanted(query);
  const found = match === undefined ? all.map((id) => ({ id, score: 0 })) : scored(database, match);
  const unwanted = matchUnwanted(query);
  const without = unwanted === undefined ? undefined : new Set(matching(database, unwanted));
  const tiers = match === undefined ? new Map<number, number>() : tiersOf(database, query);
  const ranked = found
    .filter(({ id }) => !without?.has(id))
    .map(({ id, score }) => ({ id, score: Math.round(score / STEP), tier: tiers.get(id) ?? COLUMNS.length }));
  return ranked.sort((a, b) => a.tier - b.tier || a.score - b.score || compare(dateOf(b.id), dateOf(a.id)));
}

function scored(database: Database, match: string): { id: number; score: number }[] {
  const weights = WEIGHTS.join(", ");
  const statement = database.prepare(
    `SELECT rowid, bm25(words, ${weights}) AS score FROM words WHERE words MATCH ?`,
  );
  return statement.all(match).map((row) => ({ id: Number(row["rowid"]), score: Number(row["score"]) }));
}

/** The best tier of each essay; those in none are left to the last. */
function tiersOf(database: Database, query: Query): Map<number, number> {
  const tiers = new Map<number, number>();
  // The last tier is what `scored` finds.
  TIERS.slice(0, -1).forEach((columns, tier) => {
    for (const id of matching(database, matchWanted(query, columns) ?? ""))
      if (!tiers.has(id)) tiers.set(id, tier);
  });
  return tiers;
}

function matching(database: Database, match: string): number[] {
  return database
    .prepare("SELECT rowid FROM words WHERE words MATCH ?")
    .all(match)
    .map((row) => Number(row["rowid"]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
