/**
 * A query: a tree of conditions, each with its place in the source.
 *
 *     ship -title:(how OR why) date:>2024
 *
 *     and ─┬─ phrase ship
 *          ├─ not ─ or ─┬─ phrase how, in the title
 *          │            └─ phrase why, in the title
 *          └─ value date, after 2024
 *
 * `parse-query.ts` makes it; `query-table.ts` describes the language to the user.
 */
import type { Test } from "./comparison.ts";
import type { Automaton } from "./regex/automaton.ts";
import type { Word } from "./tokens.ts";

/** The parts of an essay that a query can name. The caller supplies the text of `mine`, the user's own marks. */
export const FIELDS = ["title", "heading", "tag", "about", "text", "note", "link", "mine"] as const;

export type Field = (typeof FIELDS)[number];

/** Offsets into the query as typed, in UTF-16 code units; `end` is excluded. */
export interface QueryPlace {
  readonly start: number;
  readonly end: number;
}

/** Words side by side. */
export type Way = readonly Word[];

/** Another form of a word, in the essays of a language. */
export interface Inflected {
  /** ISO 639's code of two letters. */
  readonly language: string;
  readonly words: readonly string[];
}

/** Words side by side; a single word is a phrase of one. */
export interface Phrase extends QueryPlace {
  readonly type: "phrase";
  /** The spellings that match, the typed one first: `e-mail` and `email`. */
  readonly ways: readonly [Way, ...Way[]];
  /** Whether the last word is the beginning of a word. */
  readonly prefix: boolean;
  /** Whether it was typed without quotation marks. */
  readonly bare: boolean;
  readonly field?: Field;
  /** Text in small letters that the address of a link must contain to match; absent if addresses are not searched. */
  readonly address?: string;
  /** Other forms of a single word that the library contains. */
  readonly inflected?: readonly Inflected[];
}

/** Phrases with at most `distance` words between one and the next. */
export interface Near {
  readonly type: "near";
  readonly phrases: readonly Phrase[];
  readonly distance: number;
}

/** A regular expression. */
export interface Pattern extends QueryPlace {
  readonly type: "pattern";
  readonly automaton: Automaton;
  readonly field?: Field;
}

/** A field or front matter key, and the test of its value. */
export interface Value extends QueryPlace {
  readonly type: "value";
  readonly key: string;
  readonly test: Test;
}

export type Leaf = Phrase | Near | Pattern | Value;
export type Node = Leaf | Not | And | Or;

export interface Not {
  readonly type: "not";
  readonly node: Node;
}

export interface And {
  readonly type: "and";
  readonly nodes: readonly Node[];
}

export interface Or {
  readonly type: "or";
  readonly nodes: readonly Node[];
}

export interface Query {
  /** The text as typed. */
  readonly source: string;
  /** Undefined for an empty query. */
  readonly root: Node | undefined;
  /** The day from which relative dates count (`YYYY-MM-DD`); without it they are errors. */
  readonly today?: string | undefined;
}

/** An error in a query, with its place. */
export class QueryError extends Error {
  readonly source: string;
  readonly place: QueryPlace;

  constructor(message: string, source: string, { start, end }: QueryPlace) {
    super(message);
    this.name = "QueryError";
    this.source = source;
    this.place = { start, end };
  }
}

/** The leaves that must match; leaves under `not` are left out. */
export function wanted({ root }: Query): Leaf[] {
  return root ? leavesOf(root, () => []) : [];
}

/** All leaves, including those that must not match. */
export function allLeaves({ root }: Query): Leaf[] {
  return root ? leavesOf(root, ({ node }) => [node]) : [];
}

/** The leaves of a tree; `unwanted` returns the nodes to visit under a `not`. */
function leavesOf(node: Node, unwanted: (not: Not) => readonly Node[]): Leaf[] {
  if (node.type === "not") return unwanted(node).flatMap((one) => leavesOf(one, unwanted));
  return node.type === "and" || node.type === "or"
    ? node.nodes.flatMap((one) => leavesOf(one, unwanted))
    : [node];
}

/** Whether a leaf asks about the user's own marks. */
export function isOfMine(leaf: Leaf): boolean {
  return (leaf.type === "phrase" || leaf.type === "pattern") && leaf.field === "mine";
}

/** The phrases among the leaves that must match. */
export function wantedPhrases(query: Query): Phrase[] {
  return wanted(query).flatMap((leaf) =>
    leaf.type === "phrase" ? [leaf] : leaf.type === "near" ? leaf.phrases : [],
  );
}

/** The tree with each phrase replaced, except those of NEAR. */
export function withPhrases(node: Node, change: (phrase: Phrase) => Node): Node {
  if (node.type === "phrase") return change(node);
  if (node.type === "not") return { type: "not", node: withPhrases(node.node, change) };
  if (node.type === "and" || node.type === "or")
    return { type: node.type, nodes: node.nodes.map((one) => withPhrases(one, change)) };
  return node;
}
