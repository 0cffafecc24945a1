/**
 * Adapts a query to a library: adds the inflected forms of its words that the library contains, and turns an
 * unknown last word into the beginning of a word.
 *
 * The forms are found among the words of the index. So no second index of stems is needed, exact words rank
 * separately, and passages can mark each form. See decision 0043.
 */
import { COLUMNS } from "../../search/columns.ts";
import { matchPhrase } from "../../search/fts.ts";
import { type Inflected, type Node, type Phrase, type Query, withPhrases } from "../../search/query.ts";
import { stemOf } from "../../search/stems.ts";
import { arrays, type Database } from "../../system/sqlite.ts";
import { wordsBeginning } from "./vocabulary.ts";

/** The most forms of a word. */
const MOST_FORMS = 50;
/** The least number of essays for the rule about frequent words; with fewer, single essays matter too much. */
const MANY = 200;

/** `languages` are those of the library, `essays` is the number of its essays. */
export function adaptedTo(
  database: Database,
  query: Query,
  languages: readonly string[],
  essays: number,
): Query {
  if (!query.root) return query;
  const root = withPhrases(query.root, (phrase) => inflectedPhrase(database, phrase, languages, essays));
  return { ...query, root: withBeginning(database, root, query.source.length) };
}

function inflectedPhrase(
  database: Database,
  phrase: Phrase,
  languages: readonly string[],
  essays: number,
): Phrase {
  const [word, ...others] = phrase.ways[0];
  const isWord =
    phrase.bare && !phrase.prefix && word && others.length === 0 && !word.plain && !word.unparted;
  if (!isWord) return phrase;
  const inflected = languages
    .map((language) => ({ language, words: formsOf(database, word.text, language) }))
    .filter(({ words }) => words.length > 0);
  if (inflected.length === 0 || isEverywhere(database, phrase, essays)) return phrase;
  return { ...phrase, inflected };
}

/** Whether more than half of many essays contain the word as typed; further forms then add almost nothing. */
function isEverywhere(database: Database, phrase: Phrase, essays: number): boolean {
  if (essays < MANY) return false;
  const match = matchPhrase(phrase, COLUMNS, "exact");
  if (match === undefined) return false;
  const [row] = arrays<[number]>(database, "SELECT count(*) FROM words WHERE words MATCH ?", match);
  return row![0] > essays / 2;
}

/** Other words of the library that have the same stem. */
function formsOf(database: Database, word: string, language: string): Inflected["words"] {
  const stem = stemOf(word, language);
  if (!stem) return [];
  return wordsBeginning(database, stem.beginning)
    .filter((other) => other !== word && stem.isShared(other))
    .slice(0, MOST_FORMS);
}

/**
 * The query with its last word as the beginning of a word, if nothing follows it and no essay contains it in any form.
 */
function withBeginning(database: Database, root: Node, end: number): Node {
  if (root.type === "and" || root.type === "or") {
    const [...before] = root.nodes;
    const last = before.pop();
    return last ? { type: root.type, nodes: [...before, withBeginning(database, last, end)] } : root;
  }
  if (root.type !== "phrase" || !root.bare || root.prefix || root.end < end || root.ways[0].at(-1)?.plain)
    return root;
  const match = matchPhrase(root, COLUMNS, "exact");
  if (match === undefined || isFound(database, match)) return root;
  const isInflected = (root.inflected ?? []).some(({ language }) =>
    isFound(database, matchPhrase(root, COLUMNS, language)!, language),
  );
  return isInflected ? root : { ...root, prefix: true };
}

/** Whether an essay matches; only essays of a language count, if it is given. */
function isFound(database: Database, match: string, language?: string): boolean {
  const sql =
    language === undefined
      ? "SELECT rowid FROM words WHERE words MATCH ? LIMIT 1"
      : "SELECT rowid FROM words WHERE words MATCH ? AND rowid IN (SELECT id FROM files WHERE language = ?) LIMIT 1";
  const values = language === undefined ? [match] : [match, language];
  return arrays<[number]>(database, sql, ...values).length > 0;
}
