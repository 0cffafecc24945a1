/**
 * Which essays a query is found in, best first.
 *
 * First those that have everything wanted in their title, then in title or headings, then in tags and description
 * too, then in the text, and last those that need a note for it. Among those BM25 (Robertson and Zaragoza, “The
 * Probabilistic Relevance Framework”, 2009), as FTS5 has it; among equals the newer one.
 */
import { matchUnwanted, matchWanted, TIERS, WEIGHTS } from "../../search/fts.ts";
import { type Phrase, type Query, wanted } from "../../search/query.ts";
import { type Database, numbers } from "./sqlite.ts";

/** Scores that differ by less are equal. */
const STEP = 0.25;
const WORST_SCORE = 4_095;
/** A beginning shorter than this is in nearly every essay, so that a score for it tells nothing and takes long. */
const SHORT = 3;
/** Where so many are found, nobody asks whether it was in the text or in a note, and telling takes long. */
const MANY = 2_000;

/** Numbers of essays; `newest` are those of all, the newest first. */
export function rank(database: Database, query: Query, newest: readonly number[]): number[] {
  if (query.clauses.length === 0) return [];
  const match = matchWanted(query);
  const found =
    match === undefined ? newest.map((id) => [id, 0]) : scored(database, match, query, newest.length);
  const most = newest.reduce((highest, id) => Math.max(highest, id), 0);
  const scores = new Int16Array(most + 1).fill(ABSENT);
  for (const [id, score] of found) scores[id!] = score!;
  const unwanted = matchUnwanted(query);
  if (unwanted !== undefined) for (const id of matching(database, unwanted)) scores[id] = ABSENT;
  const tiers = tiersOf(database, query, most, found.length);
  // Tier, score and age in one number each, which sort as numbers do.
  const keys: number[] = [];
  newest.forEach((id, age) => {
    const score = scores[id]!;
    if (score !== ABSENT) keys.push((tiers[id]! * (WORST_SCORE + 1) + score) * newest.length + age);
  });
  return Array.from(Float64Array.from(keys).sort(), (key) => newest[key % newest.length]!);
}

const ABSENT = -1;

/** Essays, each with how far it is from the best score, in steps. */
function scored(database: Database, match: string, query: Query, essays: number): number[][] {
  if (!wanted(query).some((phrase) => isTelling(database, phrase, essays)))
    return matching(database, match).map((id) => [id, 0]);
  const score = `bm25(words, ${WEIGHTS.join(", ")})`;
  const rows = numbers(database, `SELECT rowid, ${score} FROM words WHERE words MATCH ?`, match);
  const best = rows.reduce((least, row) => Math.min(least, row[1]!), 0);
  return rows.map(([id, own]) => [id!, Math.min(WORST_SCORE, Math.round((own! - best) / STEP))]);
}

/** Whether BM25 makes a difference: to what more than half of the essays have, FTS5 gives next to no weight. */
function isTelling(database: Database, phrase: Phrase, essays: number): boolean {
  const { words, prefix } = phrase;
  if (words.length > 1) return true;
  if (prefix && words[0]!.text.length < SHORT) return false;
  const match = matchWanted({ type: "and", clauses: [phrase] })!;
  const [row] = numbers(database, "SELECT count(*) FROM words WHERE words MATCH ?", match);
  return row![0]! <= essays / 2;
}

/** The best tier of each essay, by its number. */
function tiersOf(database: Database, query: Query, most: number, found: number): Uint8Array {
  const tiers = new Uint8Array(most + 1).fill(TIERS.length);
  // The last tier is everything that is found.
  TIERS.slice(0, found > MANY ? -2 : -1).forEach((columns, tier) => {
    const match = matchWanted(query, columns);
    const ids = match === undefined ? [] : matching(database, match);
    for (const id of ids) tiers[id] = Math.min(tiers[id]!, tier);
  });
  return tiers;
}

function matching(database: Database, match: string): number[] {
  return numbers(database, "SELECT rowid FROM words WHERE words MATCH ?", match).map(([id]) => id!);
}
