/**
 * Finds the essays that match a query, best first.
 *
 * First those that have everything wanted in their title, then in title or headings, then in tags and description
 * too, then in the text, and last those that need a note for it. Among those BM25 (Robertson and Zaragoza, “The
 * Probabilistic Relevance Framework”, 2009), as FTS5 has it; among equals the newer one.
 */
import { matchUnwanted, matchWanted, TIERS, WEIGHTS } from "../../search/fts.ts";
import { type Phrase, type Query, wanted } from "../../search/query.ts";
import { arrays, type Database } from "../../system/sqlite.ts";

/** Scores that differ by less count as equal. */
const STEP = 0.25;
const WORST_SCORE = 4_095;
/** A beginning shorter than this is in nearly every essay, so that a score for it tells nothing and takes long. */
const SHORT = 3;
/** So many that their text and notes are not told apart. */
const MANY = 2_000;

/**
 * Numbers of essays; `newest` are those of all, the newest first. Scores are told for the tiers that hold the first
 * `best` essays; after those, tier and age decide.
 */
export function rank(database: Database, query: Query, newest: readonly number[], best: number): number[] {
  if (query.clauses.length === 0) return [];
  const found = tiered(database, query, newest, best);
  const unwanted = matchUnwanted(query);
  if (unwanted !== undefined) for (const id of matching(database, unwanted)) found[id] = ABSENT;
  // Tier, score and age in one number each, which sort as numbers do.
  const keys: number[] = [];
  newest.forEach((id, age) => {
    if (found[id]! !== ABSENT) keys.push(found[id]! * newest.length + age);
  });
  return Array.from(Float64Array.from(keys).sort(), (key) => newest[key % newest.length]!);
}

const ABSENT = -1;

/** For each essay, by its number, its tier and score in one number; `ABSENT` if it is not found. */
function tiered(database: Database, query: Query, newest: readonly number[], best: number): Int32Array {
  const most = newest.reduce((highest, id) => Math.max(highest, id), 0);
  const found = new Int32Array(most + 1).fill(ABSENT);
  if (wanted(query).length === 0) return found.fill(0);
  const telling = wanted(query).some((phrase) => isTelling(database, phrase, newest.length));
  let count = 0;
  TIERS.forEach((columns, tier) => {
    // Nobody asks of so many whether it was in the text or in a note, and telling takes long.
    if (tier === TIERS.length - 2 && count > MANY) return;
    const match = matchWanted(query, columns)!;
    const rows =
      telling && count < best
        ? scored(database, match)
        : matching(database, match).map((id) => [id, 0] as const);
    for (const [id, score] of rows) {
      if (found[id] !== ABSENT) continue;
      found[id] = tier * (WORST_SCORE + 1) + score;
      count++;
    }
  });
  return found;
}

/** Essays, each with how far it is from the best score, in steps. */
function scored(database: Database, match: string): [id: number, score: number][] {
  const score = `bm25(words, ${WEIGHTS.join(", ")})`;
  const rows = arrays<[number, number]>(
    database,
    `SELECT rowid, ${score} FROM words WHERE words MATCH ?`,
    match,
  );
  const best = rows.reduce((least, row) => Math.min(least, row[1]), 0);
  return rows.map(([id, own]) => [id, Math.min(WORST_SCORE, Math.round((own - best) / STEP))]);
}

/** Whether BM25 makes a difference: to what more than half of the essays have, FTS5 gives next to no weight. */
function isTelling(database: Database, phrase: Phrase, essays: number): boolean {
  const { words, prefix } = phrase;
  if (words.length > 1) return true;
  if (prefix && words[0]!.text.length < SHORT) return false;
  const match = matchWanted({ type: "and", clauses: [phrase] })!;
  const [row] = arrays<[number]>(database, "SELECT count(*) FROM words WHERE words MATCH ?", match);
  return row![0] <= essays / 2;
}

function matching(database: Database, match: string): number[] {
  return arrays<[number]>(database, "SELECT rowid FROM words WHERE words MATCH ?", match).map(([id]) => id);
}
