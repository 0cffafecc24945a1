/**
 * In which essays a query is found, and where: a tier for each essay, the lower the better.
 *
 *     place     0 title   1 + headings   2 + tags and description   3 + text   4 + notes
 *     tier      2 × place, and 1 more where an inflected form is needed
 *
 * Each leaf of the query is asked once for each place; of several that must hold the worst tier counts, of several of
 * which one must hold the best. What is asked of front matter says nothing of where: it is in the best tier.
 */
import { valueOf } from "../../essay/choose.ts";
import type { Essay } from "../../essay/essay.ts";
import { FIELD_NAMES } from "../../essay/field-table.ts";
import type { ReadOf } from "../../essay/reading.ts";
import { holds } from "../../search/comparison.ts";
import { matchNear, matchPhrase, TIERS } from "../../search/fts.ts";
import type { Part } from "../../search/passages.ts";
import {
  type Field,
  type Leaf,
  type Near,
  type Node,
  type Pattern,
  type Phrase,
  type Query,
  QueryError,
  type Value,
} from "../../search/query.ts";
import { soughtBy } from "../../search/sought.ts";
import { arrays, type Database } from "../../system/sqlite.ts";
import { fold } from "../../text/fold.ts";
import { nearest } from "../../text/nearest.ts";

/** Where it is not found. */
export const ABSENT = 255;
const LAST = 2 * (TIERS.length - 1);

/** What is asked besides the full-text index. */
export interface Asked {
  readonly database: Database;
  /** Numbers of all essays that may be found. */
  readonly ids: readonly number[];
  /** The language of an essay. */
  readonly language: (id: number) => string;
  readonly essay: (id: number) => Essay;
  /** All essays, drafts too. */
  readonly essays: () => readonly Essay[];
  readonly parts: (id: number) => readonly Part[];
  /** How far an essay was read, and what the user wrote on it. */
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

/** Letters on both sides of a sign that addresses have and words do not. */
const LIKE_AN_ADDRESS = /[\p{L}\p{N}](?:[.:/]|:\/\/)[\p{L}\p{N}]/u;

/** How long it takes to ask: of tables, of front matter, of texts. */
function costOf(node: Node): number {
  if (node.type === "and" || node.type === "or") return Math.max(...node.nodes.map(costOf));
  if (node.type === "not") return costOf(node.node);
  if (node.type === "pattern") return 3;
  if (node.type === "value") return 2;
  return node.type === "phrase" && node.field === "mine" ? 1 : 0;
}

function matching(database: Database, match: string): number[] {
  return arrays<[number]>(database, "SELECT rowid FROM words WHERE words MATCH ?", match).map(([id]) => id);
}

/** A tier for each number of an essay; `ABSENT` where it is not found. */
export type Tiers = Uint8Array;

export class Evaluation {
  readonly #asked: Asked;
  readonly #query: Query;
  readonly #size: number;

  constructor(query: Query, asked: Asked) {
    this.#asked = asked;
    this.#query = query;
    this.#size = asked.ids.reduce((most, id) => Math.max(most, id), 0) + 1;
  }

  tiers(): Tiers {
    const { root } = this.#query;
    return root ? this.#of(root, this.#asked.ids) : this.#none();
  }

  /** `among` are those that are still asked about; of others nothing need be said. */
  #of(node: Node, among: readonly number[]): Tiers {
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

  /** What takes long is asked last, of those that are left. */
  #and(nodes: readonly Node[], among: readonly number[]): Tiers {
    const tiers = this.#none();
    for (const id of among) tiers[id] = 0;
    let left = among;
    for (const node of nodes.toSorted((a, b) => costOf(a) - costOf(b))) {
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
    if (leaf.type === "near") return this.#near(leaf);
    if (leaf.type === "value") return this.#value(leaf, among);
    if (leaf.type === "pattern") return this.#inTexts(leaf, among, (id) => this.#texts(id));
    if (leaf.field === "mine")
      return this.#inTexts(leaf, among, (id) => this.#asked.mine(this.#asked.essay(id)));
    return this.#phrase(leaf);
  }

  #phrase(phrase: Phrase): Tiers {
    const tiers = this.#none();
    if (phrase.field !== "link") {
      this.#byPlace(tiers, 0, (columns) => matchPhrase(phrase, columns, "exact"));
      for (const { language, words } of phrase.inflected ?? [])
        this.#byPlace(
          tiers,
          1,
          (columns) => matchPhrase({ ...phrase, inflected: [{ language, words }] }, columns, "all"),
          (id) => this.#asked.language(id) === language,
        );
    }
    this.#inLinks(phrase, tiers);
    return tiers;
  }

  #near(near: Near): Tiers {
    const tiers = this.#none();
    this.#byPlace(tiers, 0, (columns) => matchNear(near, columns));
    return tiers;
  }

  /** Lowers the tiers to where FTS5 finds what `match` says of some columns. */
  #byPlace(
    tiers: Tiers,
    more: 0 | 1,
    match: (columns: (typeof TIERS)[number]) => string | undefined,
    accepts: (id: number) => boolean = () => true,
  ): void {
    for (let place = TIERS.length - 1; place >= 0; place--) {
      const asked = match(TIERS[place]!);
      if (asked === undefined) return;
      const found = matching(this.#asked.database, asked);
      if (found.length === 0) return;
      for (const id of found)
        if (id < this.#size && accepts(id)) tiers[id] = Math.min(tiers[id]!, 2 * place + more);
    }
  }

  /** Addresses are looked for where a query asks for them, or looks like one. */
  #inLinks({ field, start, end }: Phrase, tiers: Tiers): void {
    const { source } = this.#query;
    const typed = source.slice(start, end).replace(/["“”„«»*]/g, "");
    if (typed === "" || (field !== "link" && (field !== undefined || !LIKE_AN_ADDRESS.test(typed)))) return;
    const rows = arrays<[number]>(
      this.#asked.database,
      "SELECT DISTINCT file FROM links WHERE instr(lower(href), ?) > 0",
      typed.toLowerCase(),
    );
    for (const [id] of rows) if (id < this.#size) tiers[id] = Math.min(tiers[id]!, LAST);
  }

  #value({ key, test, start, end }: Value, among: readonly number[]): Tiers {
    const { essay, essays, read } = this.#asked;
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

  /** What is asked of the text itself, part by part. */
  #inTexts(
    leaf: Pattern | Phrase,
    among: readonly number[],
    textsOf: (id: number) => readonly Text[],
  ): Tiers {
    const tiers = this.#none();
    const [sought] = soughtBy({ source: this.#query.source, root: leaf });
    for (const id of among)
      for (const { kind, text } of textsOf(id))
        if ((leaf.field ?? kind) === kind && sought?.isIn(fold(text), text))
          tiers[id] = Math.min(tiers[id]!, 2 * PLACE_OF[kind]);
    return tiers;
  }

  #texts(id: number): readonly Text[] {
    const { title, tags, description } = this.#asked.essay(id);
    return [
      { kind: "title", text: title },
      ...tags.map((text): Text => ({ kind: "tag", text })),
      ...(description === undefined ? [] : [{ kind: "about", text: description } as const]),
      ...this.#asked.parts(id),
    ];
  }

  #none(): Tiers {
    return new Uint8Array(this.#size).fill(ABSENT);
  }
}
