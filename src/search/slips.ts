/**
 * Typing errors: finds the candidates that have words similar to those of a query.
 *
 * Fuse.js would compare the query with every candidate, which takes seconds for a hundred
 * thousand. So this checks each distinct word of the candidates once, and Fuse.js ranks only the
 * candidates that have similar words.
 */
import Fuse, { type IFuseOptions } from "fuse.js";
import { editDistance } from "../text/edit-distance.ts";

/** The most candidates that Fuse.js ranks: enough for a screen or two. */
const MOST = 200;
/** Words shorter than this have too many neighbours. */
const SHORTEST = 3;

/** The texts to search, in fields, folded. */
export interface FoldedTexts {
  readonly title: string;
  readonly slug: string;
  readonly tags: string;
}

const OPTIONS: IFuseOptions<FoldedTexts> = {
  keys: [
    { name: "title", weight: 3 },
    { name: "slug", weight: 2 },
    { name: "tags", weight: 1 },
  ],
  useTokenSearch: true,
  tokenMatch: "all",
  ignoreLocation: true,
  threshold: 0.35,
  minMatchCharLength: 2,
};

export class Slips {
  readonly #texts: readonly FoldedTexts[];
  /** The candidates that contain each word. */
  #words: Map<string, number[]> | undefined;

  constructor(texts: readonly FoldedTexts[]) {
    this.#texts = texts;
  }

  /** Candidates in which each word of the query has a similar word, or one that begins with it, best first. */
  near(words: readonly string[]): number[] {
    let common: Set<number> | undefined;
    for (const word of words) {
      const own = this.#with(word);
      const before: Set<number> | undefined = common;
      common = before === undefined ? own : new Set([...own].filter((one) => before.has(one)));
      if (common.size === 0) return [];
    }
    const candidates = [...(common ?? [])].slice(0, MOST);
    const fuse = new Fuse(
      candidates.map((one) => this.#texts[one]!),
      OPTIONS,
    );
    return fuse.search(words.join(" ")).map(({ refIndex }) => candidates[refIndex]!);
  }

  #with(word: string): Set<number> {
    const found = new Set<number>();
    const limit = word.length < SHORTEST ? 0 : Math.ceil(word.length / 5);
    for (const [known, candidates] of this.#vocabulary()) {
      if (known.startsWith(word) || (limit > 0 && isNear(word, known, limit)))
        for (const candidate of candidates) found.add(candidate);
    }
    return found;
  }

  #vocabulary(): Map<string, number[]> {
    if (this.#words) return this.#words;
    const words = new Map<string, number[]>();
    this.#texts.forEach(({ title, slug, tags }, nth) => {
      for (const word of new Set(`${title} ${slug} ${tags}`.match(/[\p{L}\p{N}]+/gu))) {
        const known = words.get(word);
        if (known) known.push(nth);
        else words.set(word, [nth]);
      }
    });
    this.#words = words;
    return words;
  }
}

/** Whether `word`, which may be unfinished, is a typing error of `known`. */
export function isNear(word: string, known: string, limit: number): boolean {
  if (known.length < word.length - limit) return false;
  // The first letter is seldom wrong. If it is, it changed places with the second, or the rest must be the whole word.
  const isOther = known[0] !== word[0] && known[0] !== word[1];
  if (isOther && (known[1] !== word[1] || known.length > word.length + limit)) return false;
  return (
    editDistance(word, known.slice(0, word.length + limit), limit) <= limit ||
    editDistance(word, known.slice(0, word.length), limit) <= limit
  );
}
