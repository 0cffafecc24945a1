/**
 * Evaluates a query: returns a tier for each essay, by where it matches; lower tiers are better.
 *
 *     place     0 title   1 + headings   2 + tags and description   3 + text   4 + notes
 *         tier      2 × place, and 1 more if an inflected form is needed
 *
 * Each leaf of the query is evaluated once for each place. For several conditions that must all
 * match, the worst tier counts; for alternatives, the best. Tests of front matter have no place,
 * so their tier is the best.
 */
import { valueOf } from "../../essay/choose.ts";
import type { Essay } from "../../essay/essay.ts";
import { FIELD_NAMES } from "../../essay/field-table.ts";
import type { ReadOf } from "../../essay/reading.ts";
import { holds } from "../../search/comparison.ts";
import { COLUMNS } from "../../search/columns.ts";
import { type Forms, matchNode, TIERS } from "../../search/fts.ts";
import type { Part } from "../../search/passages.ts";
import {
  type Field,
  type Leaf,
  type Node,
  type Pattern,
  type Phrase,
  type Query,
  QueryError,
  type Value,
} from "../../search/query.ts";
import { leafMatchers } from "../../search/leaf-matchers.ts";
import { arrays, type Database } from "../../system/sqlite.ts";
import { fold } from "../../text/fold.ts";
import { NTH_BITS } from "./schema.ts";
import { nearest } from "../../text/nearest.ts";

/** The tier of an essay that does not match. */
export const ABSENT = 255;
/** Places in the order of TIERS. */
const NOTE = TIERS.length - 1;
const TEXT = NOTE - 1;
/** The most essays for which text and notes are distinguished. */
const MANY = 2_000;

/** The sources that answer a query. */
export interface Sources {
  readonly database: Database;
  /** Numbers of all essays that may be found. */
  readonly ids: readonly number[];
  /** The language of an essay. */
  readonly language: (id: number) => string;
  readonly essay: (id: number) => Essay;
  /** All essays, including drafts. */
  readonly essays: () => readonly Essay[];
  readonly parts: (id: number) => readonly Part[];
  /** How far an essay was read, and the user's marks in it. */
  readonly read: ReadOf | undefined;
  readonly mine: (essay: Essay) => readonly Part[];
}

/** A text of an essay. */
type Text = Pick<Part, "text"> & { readonly kind: Field };

const PLACE_OF: Readonly<Record<Field, number>> = {
  title: 0,
  heading: 1,
  tag: 2,
  about: 2,
  text: 3,
  note: 4,
  link: 4,
  mine: 4,
};

/** The cost of a condition: one that reads tables, front matter, or texts. */
function costOf(node: Node): number {
  if (node.type === "and" || node.type === "or") return Math.max(...node.nodes.map(costOf));
  if (node.type === "not") return costOf(node.node);
  if (node.type === "pattern") return 3;
  if (node.type === "value") return 2;
  return node.type === "phrase" && node.field === "mine" ? 1 : 0;
}

/** Numbers of essays: in one row, because a row for each takes longer than to find them. */
function matching(database: Database, match: string): number[] {
  const sql = "SELECT group_concat(rowid) FROM words WHERE words MATCH ?";
  const [row] = arrays<[string | null]>(database, sql, match);
  return row?.[0]?.split(",").map(Number) ?? [];
}

/** Whether the full-text index can answer the whole node. */
function isTextual(node: Node): boolean {
  if (node.type === "and" || node.type === "or") return node.nodes.every(isTextual);
  if (node.type === "phrase") return node.field !== "mine" && node.address === undefined;
  return node.type === "near";
}

/** The phrases that also match in other forms. */
function inflectedIn(node: Node): Phrase[] {
  if (node.type === "and" || node.type === "or") return node.nodes.flatMap(inflectedIn);
  return node.type === "phrase" && node.inflected ? [node] : [];
}

/** Whether a language has all forms that any language has for these phrases. */
function hasAllForms(phrases: readonly Phrase[], language: string): boolean {
  return phrases.every(({ inflected = [] }) => {
    const own = new Set(inflected.find((one) => one.language === language)?.words);
    return inflected.every(({ words }) => words.every((word) => own.has(word)));
  });
}

/** A tier for each number of an essay; `ABSENT` if it does not match. */
export type Tiers = Uint8Array;

export class Evaluation {
  readonly #sources: Sources;
  readonly #query: Query;
  readonly #size: number;

  constructor(query: Query, sources: Sources) {
    this.#sources = sources;
    this.#query = query;
    this.#size = sources.ids.reduce((most, id) => Math.max(most, id), 0) + 1;
  }

  tiers(): Tiers {
    const { root } = this.#query;
    return root ? this.#of(root, this.#sources.ids) : this.#none();
  }

  /** `among` are the essays that still matter; the results of others are undefined. */
  #of(node: Node, among: readonly number[]): Tiers {
    if (isTextual(node)) return this.#textual(node);
    switch (node.type) {
      case "and":
        return this.#and(node.nodes, among);
      case "or":
        return this.#or(node.nodes, among);
      case "not":
        return this.#not(node.node, among);
      default:
        return this.#leaf(node, among);
    }
  }

  /** The full-text index answers its parts together. Slow parts come last, and see only the remaining essays. */
  #and(nodes: readonly Node[], among: readonly number[]): Tiers {
    const textual = nodes.filter(isTextual);
    const others = nodes.filter((node) => !isTextual(node)).sort((a, b) => costOf(a) - costOf(b));
    const tiers = this.#none();
    for (const id of among) tiers[id] = 0;
    let left = among;
    const together: Node[] = textual.length > 0 ? [{ type: "and", nodes: textual }] : [];
    for (const node of [...together, ...others]) {
      const own = this.#of(node, left);
      for (const id of left) tiers[id] = Math.max(tiers[id]!, own[id]!);
      left = left.filter((id) => tiers[id] !== ABSENT);
    }
    return tiers;
  }

  #or(nodes: readonly Node[], among: readonly number[]): Tiers {
    const tiers = this.#none();
    for (const node of nodes) {
      const own = this.#of(node, among);
      for (const id of among) tiers[id] = Math.min(tiers[id]!, own[id]!);
    }
    return tiers;
  }

  #not(node: Node, among: readonly number[]): Tiers {
    const tiers = this.#none();
    const own = this.#of(node, among);
    for (const id of among) if (own[id] === ABSENT) tiers[id] = 0;
    return tiers;
  }

  #leaf(leaf: Leaf, among: readonly number[]): Tiers {
    if (leaf.type === "value") return this.#value(leaf, among);
    if (leaf.type === "pattern") return this.#inTexts(leaf, among, (id) => this.#texts(id));
    if (leaf.type === "phrase" && leaf.field === "mine")
      return this.#inTexts(leaf, among, (id) => this.#sources.mine(this.#sources.essay(id)));
    const tiers = this.#textual(leaf);
    if (leaf.type === "phrase") this.#inLinks(leaf, tiers);
    return tiers;
  }

  /** Tiers from the full-text index: for words as typed, and for their forms in the language of each essay. */
  #textual(node: Node): Tiers {
    const exact = this.#byPlace(node, "exact");
    const phrases = inflectedIn(node);
    if (phrases.length === 0) return exact;
    const inflected = this.#byPlace(node, "all");
    const allowed = this.#inOwnLanguage(node, phrases, inflected);
    return exact.map((tier, id) =>
      inflected[id] === ABSENT || !allowed(id) ? tier : Math.min(tier, inflected[id]! + 1),
    );
  }

  /** Whether the forms that match in an essay belong to its own language. */
  #inOwnLanguage(node: Node, phrases: readonly Phrase[], inflected: Tiers): (id: number) => boolean {
    const { database, language, ids } = this.#sources;
    const found = new Map<string, ReadonlySet<number>>();
    for (const one of new Set(ids.filter((id) => inflected[id] !== ABSENT).map(language))) {
      if (hasAllForms(phrases, one)) continue;
      const match = matchNode(node, COLUMNS, one);
      found.set(one, new Set(match === undefined ? [] : matching(database, match)));
    }
    return (id) => found.get(language(id))?.has(id) ?? true;
  }

  /** Twice the place of the match, for each essay that a node matches. */
  #byPlace(node: Node, forms: Forms): Tiers {
    const tiers = this.#none();
    const match = (place: number): string | undefined => matchNode(node, TIERS[place]!, forms);
    const [all, inText] = [match(NOTE), match(TEXT)];
    if (all === undefined || inText === undefined) return tiers;
    const put = (asked: string, place: number): number => {
      const found = matching(this.#sources.database, asked);
      for (const id of found) if (id < this.#size) tiers[id] = 2 * place;
      return found.length;
    };
    const count = put(all, TEXT);
    if (count === 0) return tiers;
    // Distinguishing text and notes takes long and matters little among many essays.
    if (count <= MANY) put(`${all} NOT ${inText}`, NOTE);
    for (let place = TEXT - 1; place >= 0; place--) if (put(match(place)!, place) === 0) break;
    return tiers;
  }

  /** Addresses are searched if a query asks for them or looks like an address. */
  #inLinks({ address }: Phrase, tiers: Tiers): void {
    if (address === undefined) return;
    const rows = arrays<[number]>(
      this.#sources.database,
      `SELECT DISTINCT id >> ${NTH_BITS} FROM links WHERE instr(lower(href), ?) > 0`,
      address,
    );
    for (const [id] of rows) if (id < this.#size) tiers[id] = Math.min(tiers[id]!, 2 * NOTE);
  }

  #value({ key, test, start, end }: Value, among: readonly number[]): Tiers {
    const { essay, essays, read } = this.#sources;
    const tiers = this.#none();
    const isKey = (one: Essay): boolean => valueOf(one, key, read) !== undefined;
    if (!FIELD_NAMES.includes(key.toLowerCase()) && essays().length > 0 && !essays().some(isKey)) {
      const names = [...FIELD_NAMES, ...new Set(essays().flatMap(({ data }) => Object.keys(data)))];
      const [near] = nearest(key, names);
      const hint = near === undefined ? "in quotation marks it is a word" : `did you mean ${near}?`;
      throw new QueryError(`no essay has the key ${key}; ${hint}`, this.#query.source, { start, end });
    }
    for (const id of among) if (holds(valueOf(essay(id), key, read), key, test)) tiers[id] = 0;
    return tiers;
  }

  /** Tiers from the texts themselves, part by part. */
  #inTexts(
    leaf: Pattern | Phrase,
    among: readonly number[],
    textsOf: (id: number) => readonly Text[],
  ): Tiers {
    const tiers = this.#none();
    const [matcher] = leafMatchers({ source: this.#query.source, root: leaf });
    for (const id of among)
      for (const { kind, text } of textsOf(id))
        if ((leaf.field ?? kind) === kind && matcher?.isIn(fold(text), text))
          tiers[id] = Math.min(tiers[id]!, 2 * PLACE_OF[kind]);
    return tiers;
  }

  #texts(id: number): readonly Text[] {
    const { title, tags, description } = this.#sources.essay(id);
    return [
      { kind: "title", text: title },
      ...tags.map((text): Text => ({ kind: "tag", text })),
      ...(description === undefined ? [] : [{ kind: "about", text: description } as const]),
      ...this.#sources.parts(id),
    ];
  }

  #none(): Tiers {
    return new Uint8Array(this.#size).fill(ABSENT);
  }
}
