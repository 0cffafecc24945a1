/**
 * Queries as SQLite's FTS5 understands them (sqlite.org/fts5.html, “Full-text Query Syntax”).
 */
import type { Field, Phrase, Query } from "./query.ts";
import { indexTokens } from "./tokens.ts";

/** The index's columns, by rank: what is found in an earlier one comes first. */
export const COLUMNS = ["title", "heading", "tag", "about", "text", "note"] as const;

export type Column = (typeof COLUMNS)[number];

/** How much a word weighs in each column, for BM25. */
export const WEIGHTS: readonly number[] = [10, 6, 4, 4, 1, 0.8];

/** Ranks of essays, best first: everything wanted is found in these columns. */
export const TIERS: readonly (readonly Column[])[] = [
  ["title"],
  ["title", "heading"],
  ["title", "heading", "tag", "about"],
  ["title", "heading", "tag", "about", "text"],
  COLUMNS,
];

const COLUMN_OF: Readonly<Record<Field, Column>> = {
  title: "title",
  heading: "heading",
  tag: "tag",
  text: "text",
  note: "note",
};

/** What FTS5 is to match for everything that `query` wants, in these columns; undefined if it wants nothing. */
export function matchWanted(query: Query, columns: readonly Column[] = COLUMNS): string | undefined {
  const phrases = query.clauses.filter((clause) => clause.type === "phrase");
  if (phrases.length === 0) return undefined;
  return phrases.map((phrase) => matchPhrase(phrase, columns)).join(" AND ");
}

/** What FTS5 is to match for anything that `query` does not want; undefined if it forbids nothing. */
export function matchUnwanted(query: Query): string | undefined {
  const phrases = query.clauses.flatMap((clause) => (clause.type === "not" ? [clause.clause] : []));
  if (phrases.length === 0) return undefined;
  return phrases.map((phrase) => matchPhrase(phrase, COLUMNS)).join(" OR ");
}

/** Tokens are letters and digits only: nothing in them could end the quotation. */
function matchPhrase({ words, prefix, field }: Phrase, columns: readonly Column[]): string {
  const tokens = indexTokens(words);
  const among = field === undefined ? columns : [COLUMN_OF[field]];
  return `({${among.join(" ")}} : "${tokens.join(" ")}"${prefix ? " *" : ""})`;
}
