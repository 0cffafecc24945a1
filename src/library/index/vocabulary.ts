/**
 * The words in the index.
 */
import type { KnownWord } from "../../search/respell.ts";
import { isSignedToken } from "../../search/tokens.ts";
import { arrays, type Database } from "../../system/sqlite.ts";

/** FTS5's own table of words (sqlite.org/fts5.html, “The fts5vocab Virtual Table Module”), created at the first use. */
const VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)";

/** Every word, and the number of essays that contain it. */
export function* vocabularyOf(database: Database): Generator<KnownWord> {
  database.exec(VOCABULARY);
  for (const row of database.prepare("SELECT term, doc FROM temp.vocabulary").iterate()) {
    const word = String(row["term"]);
    if (!isSignedToken(word)) yield { word, essays: Number(row["doc"]) };
  }
}

/** The words with this beginning. */
export function wordsBeginning(database: Database, beginning: string): string[] {
  database.exec(VOCABULARY);
  const sql = "SELECT term FROM temp.vocabulary WHERE term >= ?1 AND term < ?1 || char(1114111)";
  return arrays<[string]>(database, sql, beginning).map(([term]) => term);
}
