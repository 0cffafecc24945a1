/**
 * Finds the essays most like a given one: those that share the most rare words with it.
 *
 * A word characterises an essay if it occurs often in it and in few other essays (tf·idf, as in Robertson and
 * Spärck Jones). The best words are searched for in the index, which ranks by BM25.
 */
import type { Essay } from "../../essay/essay.ts";
import type { Part } from "../../search/passages.ts";
import { wordsOf } from "../../search/tokens.ts";
import { arrays, type Database } from "../../system/sqlite.ts";
import type { EssayIndex } from "./index.ts";

/** The number of words that characterise an essay. */
const WORDS = 25;
/** The number of pairs of characters that are looked up, because each takes a query. */
const PAIRS = 60;
/** A word is rare if at most one in this many essays has it. */
const COMMON = 8;

/** Up to `most` essays, without drafts, that share the most rare words with `essay`, best first. */
export function alike(index: EssayIndex, essay: Essay, most: number): Essay[] {
  const id = index.numberOf(essay);
  if (id === undefined) return [];
  const found = numbersAlike(index.database, id, index.parts({ id }), most);
  return found.map((one) => index.essay({ id: one }));
}

/** The numbers of the essays most like `id`, best first. */
function numbersAlike(database: Database, id: number, parts: readonly Part[], most: number): number[] {
  const words = tellingWords(database, parts);
  if (words.length === 0) return [];
  const match = words.map((word) => `"${word}"`).join(" OR ");
  const rows = arrays<[number]>(
    database,
    `SELECT words.rowid FROM words JOIN files ON files.id = words.rowid
     WHERE words MATCH ? AND files.draft = 0 ORDER BY bm25(words) LIMIT ${most + 1}`,
    `{title heading tag text note} : (${match})`,
  );
  return rows.flatMap(([found]) => (found === id ? [] : [found])).slice(0, most);
}

/** The words that characterise the essay most, as FTS5 phrases. */
function tellingWords(database: Database, parts: readonly Part[]): string[] {
  const counts = countsOf(parts);
  const [row] = arrays<[number]>(database, "SELECT count(*) FROM files WHERE skipped IS NULL");
  const essays = row?.[0] ?? 0;
  database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)");
  const known = database.prepare("SELECT doc FROM temp.vocabulary WHERE term = ?");
  const together = database.prepare("SELECT count(*) AS doc FROM words WHERE words MATCH ?");
  const scored = Array.from(counts, ([word, count]) => {
    const row = word.includes(" ") ? together.get(`"${word}"`) : known.get(word);
    const doc = Number(row?.["doc"] ?? 0);
    const isRare = doc > 1 && doc <= Math.max(2, essays / COMMON);
    return { word, score: isRare ? (1 + Math.log(count)) * Math.log(essays / doc) : 0 };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, WORDS)
    .map(({ word }) => word);
}

/** How often each word occurs; for scripts without blanks, the most frequent pairs of characters. */
function countsOf(parts: readonly Part[]): Map<string, number> {
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  const add = (to: Map<string, number>, word: string): void => void to.set(word, (to.get(word) ?? 0) + 1);
  for (const { text, unparted } of parts.flatMap((part) => wordsOf(part.text))) {
    if (!unparted) add(counts, text);
    else {
      const characters = Array.from(text);
      characters.slice(1).forEach((character, nth) => add(pairs, `${characters[nth]!} ${character}`));
    }
  }
  const frequent = [...pairs].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
  for (const [pair, count] of frequent.slice(0, PAIRS)) counts.set(pair, count);
  return counts;
}
