/**
 * Translates queries for SQLite's FTS5 (sqlite.org/fts5.html, “Full-text Query Syntax”).
 */
import { COLUMNS, type Column } from "./columns.ts";
import type { Field, Near, Node, Phrase, Query, Way } from "./query.ts";
import { indexTokens, signedToken } from "./tokens.ts";

/** How much a word weighs in each column, for BM25. */
export const WEIGHTS: Readonly<Record<Column, number>> = {
  title: 10,
  heading: 6,
  tag: 4,
  about: 4,
  text: 1,
  note: 0.8,
};

/** Ranks of essays, best first: an essay has a rank if these columns contain everything that the query asks for. */
export const TIERS: readonly (readonly Column[])[] = [
  ["title"],
  ["title", "heading"],
  ["title", "heading", "tag", "about"],
  ["title", "heading", "tag", "about", "text"],
  COLUMNS,
];

const COLUMN_OF: Readonly<Record<Field, Column | undefined>> = {
  title: "title",
  heading: "heading",
  tag: "tag",
  about: "about",
  text: "text",
  note: "note",
  link: undefined,
  mine: undefined,
};

/** The forms of a word to search for: the typed one, all, or also those of a language (its ISO 639 code). */
export type Forms = "exact" | "all" | (string & {});

/**
 * The FTS5 expression for the words of `query` in these columns; undefined if it has none. Conditions under `not`, and those that
 * other tables answer, are left out.
 */
export function matchWanted(
  { root }: Query,
  columns: readonly Column[] = COLUMNS,
  forms: Forms = "exact",
): string | undefined {
  return root && matchNode(root, columns, forms);
}

/** The FTS5 expression for a part of a query. */
export function matchNode(node: Node, columns: readonly Column[], forms: Forms): string | undefined {
  if (node.type === "phrase") return matchPhrase(node, columns, forms);
  if (node.type === "near") return matchNear(node, columns);
  if (node.type !== "and" && node.type !== "or") return undefined;
  const matches = node.nodes.map((one) => matchNode(one, columns, forms)).filter((one) => one !== undefined);
  return matches.length > 0 ? `(${matches.join(node.type === "and" ? " AND " : " OR ")})` : undefined;
}

/** The FTS5 expression for a phrase in these columns, or in the column of its field; undefined if its field has no column. */
export function matchPhrase(
  { ways, prefix, field, inflected = [] }: Phrase,
  columns: readonly Column[],
  forms: Forms,
): string | undefined {
  const among = columnsOf(field, columns);
  if (!among) return undefined;
  const words = inflected.flatMap((one) => (forms === "all" || forms === one.language ? one.words : []));
  const any = [...ways.map((way) => matchWay(way, prefix)), ...new Set(words.map((word) => `"${word}"`))];
  return `({${among.join(" ")}} : (${any.join(" OR ")}))`;
}

function columnsOf(field: Field | undefined, columns: readonly Column[]): readonly Column[] | undefined {
  if (field === undefined) return columns;
  const own = COLUMN_OF[field];
  return own && [own];
}

/** Tokens contain only letters, digits and stand-ins for signs, so none can end the quotation. */
function matchWay(way: Way, prefix: boolean): string {
  const signed = way.filter(({ plain }) => plain).map(({ text }) => `"${signedToken(text)}"`);
  if (signed.length === way.length && way.length === 1 && !prefix) return signed[0]!;
  const side = `"${indexTokens(way).join(" ")}"${prefix ? " *" : ""}`;
  return signed.length > 0 ? `(${[side, ...signed].join(" AND ")})` : side;
}

/** NEAR of FTS5 accepts no alternatives, so each combination of spellings is a separate expression. */
function matchNear({ phrases, distance }: Near, columns: readonly Column[]): string {
  const [first] = phrases;
  const among = columnsOf(first?.field, columns) ?? columns;
  const choices = phrases.reduce<readonly string[]>(
    (before, { ways, prefix }) =>
      before
        .flatMap((one) => ways.map((way) => `${one} "${indexTokens(way).join(" ")}"${prefix ? " *" : ""}`))
        .slice(0, MOST_CHOICES),
    [""],
  );
  return `({${among.join(" ")}} : (${choices.map((one) => `NEAR(${one}, ${distance})`).join(" OR ")}))`;
}

const MOST_CHOICES = 32;
