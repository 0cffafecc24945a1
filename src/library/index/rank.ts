/**
 * Finds the essays that match a query, best first.
 *
 * An essay whose title equals the query comes first, then one whose slug does, then those whose title
 * contains it word by word, the shortest title first. Then come those that match the whole query in their
 * title, and those in which the words of the query stand together: side by side, then near each other. The
 * others match in title or headings, then also in tags and description, then in the text, and last come those
 * that need a note to match; within each place, words as typed rank before their inflected forms. Among these,
 * BM25 decides (Robertson and Zaragoza, “The Probabilistic Relevance Framework”, 2009), as in FTS5; among
 * equals, the newer essay comes first. `levels.ts` has the order as numbers.
 */
import { COLUMNS } from "../../search/columns.ts";
import { WEIGHTS } from "../../search/fts.ts";
import { type Query, wantedPhrases } from "../../search/query.ts";
import { arrays, type Database } from "../../system/sqlite.ts";
import { fold } from "../../text/fold.ts";
import { Evaluation, type Sources } from "./evaluate.ts";
import {
  HOLDS_TITLE,
  IS_SLUG,
  IS_TITLE,
  isTogether,
  levelOf,
  matchOf,
  NO_LEVEL,
  raiseTogether,
  type Together,
  togetherIn,
} from "./levels.ts";
import { ABSENT, type Tiers } from "./tiers.ts";

/** Scores that differ by less count as equal. */
const STEP = 0.25;
const WORST_SCORE = 4_095;
/** In letters. */
const SHORT = 3;

/**
 * Numbers of essays. Of `sources.ids`, the newest come first. Scores are computed for the levels of the first `best`
 * essays; after those, level and age decide.
 */
export function rank(query: Query, best: number, sources: Sources): number[] {
  const { ids, database } = sources;
  const tiers = new Evaluation(query, sources).tiers();
  const found = ids.filter((id) => tiers[id] !== ABSENT);
  const isShort = hasShortBeginning(query);
  // To look where a beginning of words in nearly every essay stands takes long.
  const together = isShort ? undefined : togetherIn(query);
  const { levels, otherWords } = leveled(query, sources, tiers, found, together);
  const counts = countsOf(levels, found);
  const isTelling = (level: number): boolean =>
    !isShort &&
    (query.root?.type === "or" || (isTogether(level) ? counts.get(level)! : found.length) <= ids.length / 2);
  const scores = scoresOf(levels, counts, best, (level) =>
    isTelling(level) ? scored(database, matchOf(level, query, together)) : [],
  );
  const scoreOf = (id: number): number =>
    (levels[id] === HOLDS_TITLE ? otherWords.get(id) : scores.get(id)) ?? 0;
  // One number combines level, score and age, so that the numbers can be sorted.
  const keys = new Float64Array(found.length);
  found.forEach((id, age) => {
    keys[age] = (levels[id]! * (WORST_SCORE + 1) + scoreOf(id)) * found.length + age;
  });
  return Array.from(keys.sort(), (key) => found[key % found.length]!);
}

/**
 * Whether the query has a beginning of words that is in nearly every essay. There BM25 takes long; neither does it make a
 * difference among more than half of the essays, as FTS5 gives almost no weight to a word in so many.
 */
function hasShortBeginning(query: Query): boolean {
  return wantedPhrases(query).some(
    ({ prefix, ways }) => prefix && ways[0].length === 1 && ways[0][0]!.text.length < SHORT,
  );
}

interface Leveled {
  /** A level for each number of an essay. */
  readonly levels: Uint8Array;
  /** The number of other words in the title, for essays whose title contains the query. */
  readonly otherWords: ReadonlyMap<number, number>;
}

/** The level of each essay, by its tier, its title, and whether it has the words together. */
function leveled(
  query: Query,
  sources: Sources,
  tiers: Tiers,
  found: readonly number[],
  together: Together | undefined,
): Leveled {
  const levels = tiers.map((tier) => (tier === ABSENT ? NO_LEVEL : levelOf(tier)));
  if (together && found.length > 1) raiseTogether(levels, together, sources.database);
  const otherWords = new Map<number, number>();
  const sought = wordsTyped(query);
  if (sought === "") return { levels, otherWords };
  const among = found.filter((id) => tiers[id]! <= 1);
  // If there are many titles, only those that may equal the query are read: thousands may contain a common
  // word.
  const longest = among.length > MANY_TITLES ? 2 * sought.length + SIGNS : LONGEST_TITLE;
  for (const [id, own] of titlesOf(sources.database, among, longest)) {
    const title = lettersOf(own);
    if (title === sought) levels[id] = IS_TITLE;
    else if (` ${title} `.includes(` ${sought} `)) levels[id] = HOLDS_TITLE;
    otherWords.set(id, title.split(" ").length - sought.split(" ").length);
  }
  for (const id of withSlug(sources.database, sought))
    if (id < levels.length && tiers[id] !== ABSENT) levels[id] = Math.min(levels[id]!, IS_SLUG);
  return { levels, otherWords };
}

/** The essays whose slug is these words with hyphens between them. */
function withSlug(database: Database, words: string): number[] {
  const sql = "SELECT id FROM files WHERE skipped IS NULL AND slug = ? COLLATE NOCASE";
  return arrays<[number]>(database, sql, words.replaceAll(" ", "-")).map(([id]) => id);
}

/** In UTF-16 code units: room for signs in a title, and the longest title that is compared. */
const SIGNS = 8;
const LONGEST_TITLE = 1_000;
const MANY_TITLES = 500;

/** The titles of some essays, without those longer than `longest` characters. */
function titlesOf(
  database: Database,
  ids: readonly number[],
  longest: number,
): (readonly [id: number, title: string])[] {
  return arrays<[number, string]>(
    database,
    `SELECT id, json_extract(fields, '$.title') AS title FROM files
     WHERE id IN (SELECT value FROM json_each(?)) AND length(title) <= ${longest}`,
    JSON.stringify(ids),
  );
}

/** The words of the query as typed, side by side; empty for a query with anything but words. */
function wordsTyped({ root, source }: Query): string {
  const nodes = root?.type === "and" ? root.nodes : root ? [root] : [];
  const isPlain = nodes.every(
    (node) => node.type === "phrase" && (node.field === undefined || node.field === "title"),
  );
  if (!isPlain) return "";
  return lettersOf(
    nodes.map((node) => (node.type === "phrase" ? source.slice(node.start, node.end) : "")).join(" "),
  );
}

/** A text in the form for comparison: its words with their signs, separated by blanks. */
function lettersOf(text: string): string {
  return (
    fold(text)
      .replace(/(?<=[\p{L}\p{N}])['-](?=[\p{L}\p{N}])/gu, "")
      .match(/[\p{L}\p{N}\p{M}+#]+/gu) ?? []
  ).join(" ");
}

function countsOf(levels: Uint8Array, found: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of found) counts.set(levels[id]!, (counts.get(levels[id]!) ?? 0) + 1);
  return counts;
}

/**
 * The distance of each essay of the first levels from the best score of its level, in steps; `scoresAt` returns the scores of
 * BM25, the lowest of which is the best.
 */
function scoresOf(
  levels: Uint8Array,
  counts: ReadonlyMap<number, number>,
  best: number,
  scoresAt: (level: number) => readonly Score[],
): Map<number, number> {
  const scores = new Map<number, number>();
  let above = 0;
  for (const level of [...counts.keys()].sort((a, b) => a - b)) {
    if (above >= best) break;
    const count = counts.get(level)!;
    above += count;
    // A single essay needs no score.
    if (count < 2) continue;
    const own = scoresAt(level).filter(([id]) => levels[id] === level);
    const least = own.reduce((lowest, [, score]) => Math.min(lowest, score), 0);
    for (const [id, score] of own) scores.set(id, Math.min(WORST_SCORE, Math.round((score - least) / STEP)));
  }
  return scores;
}

type Score = readonly [id: number, score: number];

function scored(database: Database, match: string | undefined): Score[] {
  if (match === undefined) return [];
  const score = `bm25(words, ${COLUMNS.map((column) => WEIGHTS[column]).join(", ")})`;
  return arrays<[number, number]>(database, `SELECT rowid, ${score} FROM words WHERE words MATCH ?`, match);
}
