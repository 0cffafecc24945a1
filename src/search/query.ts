/**
 * The query language of the full-text search. Any string is a query:
 *
 *     ship projects     both words, anywhere in the essay
 *     "ship projects"   side by side; quotation marks may be straight or curly
 *     ship*             words that begin so
 *     -project          not this word; -"…" and -tag:… too
 *     title:ship        in the title; heading:, tag:, text: and note: likewise
 */
import { type Word, wordsOf } from "./tokens.ts";

export const FIELDS = ["title", "heading", "tag", "text", "note"] as const;

/** A part of an essay that a query can name. */
export type Field = (typeof FIELDS)[number];

/** Words side by side; a single word is a phrase of one. */
export interface Phrase {
  readonly type: "phrase";
  readonly words: readonly Word[];
  /** Whether the last word may go on. */
  readonly prefix: boolean;
  readonly field?: Field;
}

export interface Not {
  readonly type: "not";
  readonly clause: Phrase;
}

export type Clause = Phrase | Not;

/** Every clause must hold. */
export interface Query {
  readonly type: "and";
  readonly clauses: readonly Clause[];
}

const MOST_CLAUSES = 100;
/** Words of a phrase: nobody remembers more. */
const MOST_WORDS = 50;
const QUOTES = '["“”„«»]';
/** A minus, a field, and then a phrase in quotation marks (perhaps not closed) or all up to the next blank. */
const CLAUSE = new RegExp(
  `(?<!\\p{L})(-?)(?:(\\p{L}+):)?(?:${QUOTES}([^"“”„«»]*)(?:${QUOTES}|$)(\\*?)|(\\S+))`,
  "gu",
);

/**
 * Parses a query; what holds no letter or digit says nothing and is left out. `open` if it is still being typed:
 * its last word may go on.
 */
export function parseQuery(source: string, open = false): Query {
  const clauses = new Map<string, Clause>();
  for (const match of source.matchAll(CLAUSE)) {
    const [whole, minus, name = "", quoted, star, bare = ""] = match;
    const field = fieldOf(name);
    // An unknown name before a colon is a word like any other: `note to self: …`.
    const content = field === undefined && name !== "" ? `${name} ${quoted ?? bare}` : (quoted ?? bare);
    // `tag:` alone is a query that is still being typed.
    const words = fieldOf(/^(\p{L}+):$/u.exec(content)?.[1] ?? "")
      ? []
      : wordsOf(content).slice(0, MOST_WORDS);
    const isLast =
      open && match.index + whole.length === source.length && (quoted === undefined || !/["”»]$/.test(whole));
    const prefix = star === "*" || (quoted === undefined && bare.endsWith("*")) || isLast;
    if (words.length === 0) continue;
    const phrase: Phrase = { type: "phrase", words, prefix, ...(field && { field }) };
    const clause: Clause = minus === "-" ? { type: "not", clause: phrase } : phrase;
    // What is asked twice is asked once; nobody means more than so many things.
    clauses.set(JSON.stringify(clause), clause);
    if (clauses.size === MOST_CLAUSES) break;
  }
  return { type: "and", clauses: [...clauses.values()] };
}

/** What must be found, without what must not. */
export function wanted(query: Query): Phrase[] {
  return query.clauses.filter((clause) => clause.type === "phrase");
}

function fieldOf(name: string): Field | undefined {
  const singular = name.toLowerCase().replace(/s$/, "");
  return FIELDS.find((field) => field === singular);
}
