/**
 * Evaluates a query: returns a tier for each essay, by where it matches (`tiers.ts`).
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
import type { Part } from "../../search/passages.ts";
import {
  type Field,
  isOfMine,
  type Leaf,
  type Node,
  type Pattern,
  type Phrase,
  type Query,
  QueryError,
  type Value,
} from "../../search/query.ts";
import { leafMatchers } from "../../search/leaf-matchers.ts";
import { fold } from "../../text/fold.ts";
import { nearest } from "../../text/nearest.ts";
import { FullText, type Indexed, isTextual } from "./full-text.ts";
import { ABSENT, noTiers, PLACE_OF, type Tiers } from "./tiers.ts";
import { largest } from "../../text/extremes.ts";

/** The sources that answer a query. */
export interface Sources extends Indexed {
  readonly essay: (id: number) => Essay;
  /** All essays, including drafts. */
  readonly essays: () => readonly Essay[];
  readonly parts: (id: number) => readonly Part[];
  /** The addresses of its links. */
  readonly links: (id: number) => readonly string[];
  /** How far an essay was read, and the user's marks in it. */
  readonly read: ReadOf | undefined;
  readonly mine: (essay: Essay) => readonly Part[];
}

/** A text of an essay. */
type Text = Pick<Part, "text"> & { readonly kind: Field };

/** The cost of a condition: one that reads tables, front matter, or texts. */
function costOf(node: Node): number {
  if (node.type === "and" || node.type === "or") return largest(node.nodes.map(costOf));
  if (node.type === "not") return costOf(node.node);
  if (isOfMine(node)) return 1;
  if (node.type === "pattern") return 3;
  return node.type === "value" ? 2 : 0;
}

export class Evaluation {
  readonly #sources: Sources;
  readonly #query: Query;
  readonly #size: number;
  readonly #fullText: FullText;

  constructor(query: Query, sources: Sources) {
    this.#sources = sources;
    this.#query = query;
    this.#size = sources.ids.reduce((most, id) => Math.max(most, id), 0) + 1;
    this.#fullText = new FullText(sources, this.#size);
  }

  tiers(): Tiers {
    const { root } = this.#query;
    return root ? this.#of(root, this.#sources.ids) : noTiers(this.#size);
  }

  /** `among` are the essays that still matter; the results of others are undefined. */
  #of(node: Node, among: readonly number[]): Tiers {
    if (isTextual(node)) return this.#fullText.tiers(node);
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
    const tiers = noTiers(this.#size);
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
    const tiers = noTiers(this.#size);
    for (const node of nodes) {
      const own = this.#of(node, among);
      for (const id of among) tiers[id] = Math.min(tiers[id]!, own[id]!);
    }
    return tiers;
  }

  #not(node: Node, among: readonly number[]): Tiers {
    const tiers = noTiers(this.#size);
    const own = this.#of(node, among);
    for (const id of among) if (own[id] === ABSENT) tiers[id] = 0;
    return tiers;
  }

  #leaf(leaf: Leaf, among: readonly number[]): Tiers {
    if (leaf.type === "value") return this.#value(leaf, among);
    if (leaf.type === "pattern" || (leaf.type === "phrase" && leaf.field === "mine"))
      return this.#inTexts(leaf, among);
    const tiers = this.#fullText.tiers(leaf);
    if (leaf.type === "phrase") this.#fullText.inLinks(leaf, tiers);
    return tiers;
  }

  #value({ key, test, start, end }: Value, among: readonly number[]): Tiers {
    const { essay, essays, read } = this.#sources;
    const tiers = noTiers(this.#size);
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
  #inTexts(leaf: Pattern | Phrase, among: readonly number[]): Tiers {
    const tiers = noTiers(this.#size);
    const [matcher] = leafMatchers({ source: this.#query.source, root: leaf });
    for (const id of among)
      for (const { kind, text } of this.#texts(id, leaf.field))
        if ((leaf.field ?? kind) === kind && matcher?.isIn(fold(text), text))
          tiers[id] = Math.min(tiers[id]!, 2 * PLACE_OF[kind]);
    return tiers;
  }

  /** The texts of an essay in which a field is looked for. The user's marks and addresses are searched only if the query names them. */
  #texts(id: number, field: Field | undefined): readonly Text[] {
    const { mine, essay, links } = this.#sources;
    if (field === "mine") return mine(essay(id));
    if (field === "link") return links(id).map((text): Text => ({ kind: "link", text }));
    const { title, tags, description } = essay(id);
    return [
      { kind: "title", text: title },
      ...tags.map((text): Text => ({ kind: "tag", text })),
      ...(description === undefined ? [] : [{ kind: "about", text: description } as const]),
      ...this.#sources.parts(id),
    ];
  }
}
