/**
 * What the full-text index answers of a query: words, phrases, and what combines them.
 */
import { COLUMNS } from "../../search/columns.ts";
import { type Forms, matchNode, TIERS } from "../../search/fts.ts";
import type { Node, Phrase } from "../../search/query.ts";
import { arrays, type Database } from "../../system/sqlite.ts";
import { NTH_BITS } from "./schema.ts";
import { ABSENT, NOTE, noTiers, TEXT, type Tiers } from "./tiers.ts";

/** The most essays for which text and notes are distinguished. */
const MANY = 2_000;

/** The index, and what is known of its essays. */
export interface Indexed {
  readonly database: Database;
  /** Numbers of all essays that may be found. */
  readonly ids: readonly number[];
  /** The language of an essay. */
  readonly language: (id: number) => string;
}

/** Whether the full-text index can answer the whole node. */
export function isTextual(node: Node): boolean {
  if (node.type === "and" || node.type === "or") return node.nodes.every(isTextual);
  if (node.type === "phrase") return node.field !== "mine" && node.address === undefined;
  return node.type === "near";
}

export class FullText {
  readonly #sources: Indexed;
  readonly #size: number;

  /** Numbers of essays are below `size`. */
  constructor(sources: Indexed, size: number) {
    this.#sources = sources;
    this.#size = size;
  }

  /** Tiers from the full-text index: for words as typed, and for their forms in the language of each essay. */
  tiers(node: Node): Tiers {
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
    const tiers = noTiers(this.#size);
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

  /** Lowers the tiers of essays that link to the address of a phrase. Addresses are searched if a query asks for them or looks like an address. */
  inLinks({ address }: Phrase, tiers: Tiers): void {
    if (address === undefined) return;
    const rows = arrays<[number]>(
      this.#sources.database,
      `SELECT DISTINCT id >> ${NTH_BITS} FROM links WHERE instr(lower(href), ?) > 0`,
      address,
    );
    for (const [id] of rows) if (id < this.#size) tiers[id] = Math.min(tiers[id]!, 2 * NOTE);
  }
}

/** Numbers of essays that match an FTS5 expression: in one row, because a row for each takes longer than to find them. */
export function matching(database: Database, match: string): number[] {
  const sql = "SELECT group_concat(rowid) FROM words WHERE words MATCH ?";
  const [row] = arrays<[string | null]>(database, sql, match);
  return row?.[0]?.split(",").map(Number) ?? [];
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
