/**
 * The words that the index holds.
 */
import type { Known } from "../../search/respell.ts";
import { isSignedToken } from "../../search/tokens.ts";
import { arrays, type Database } from "../../system/sqlite.ts";

/** FTS5's own table of words (sqlite.org/fts5.html, “The fts5vocab Virtual Table Module”), made when it is first asked. */
const VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)";

/** Every word, and the number of essays that it is in. */
export function* vocabularyOf(database: Database): Generator<Known> {
  database.exec(VOCABULARY);
  for (const row of database.prepare("SELECT term, doc FROM temp.vocabulary").iterate()) {
    const word = String(row["term"]);
    if (!isSignedToken(word)) yield { word, essays: Number(row["doc"]) };
  }
}

/** The words that begin so. */
export function wordsBeginning(database: Database, beginning: string): string[] {
  database.exec(VOCABULARY);
  const sql = "SELECT term FROM temp.vocabulary WHERE term >= ?1 AND term < ?1 || char(1114111)";
  return arrays<[string]>(database, sql, beginning).map(([term]) => term);
}
