/**
 * Typing errors: which candidates have words near to those of a query.
 *
 * Fuse.js would compare the query with every candidate, which takes seconds over a hundred thousand. So the words
 * of all candidates are gone through first, each once, and Fuse.js ranks only those that have near ones.
 */
import Fuse, { type IFuseOptions } from "fuse.js";
import { editDistance } from "../text/edit-distance.ts";

/** What Fuse.js is asked about: enough for a screen or two. */
const MOST = 200;
/** Words shorter than this have too many neighbours. */
const SHORTEST = 3;

/** What is searched: texts in fields, folded. */
export interface Texts {
  readonly title: string;
  readonly slug: string;
  readonly tags: string;
}

const OPTIONS: IFuseOptions<Texts> = {
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
  readonly #texts: readonly Texts[];
  /** For each word the candidates that it is in. */
  #words: Map<string, number[]> | undefined;

  constructor(texts: readonly Texts[]) {
    this.#texts = texts;
  }

  /** Candidates each of whose words is near to one of the query's, or begins with it, best first. */
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

/** Whether `word`, perhaps not yet typed to its end, is a slip of `known`. */
export function isNear(word: string, known: string, limit: number): boolean {
  if (known.length < word.length - limit) return false;
  // The first letter is seldom the wrong one; where it is, the second is right.
  if (known[0] !== word[0] && known[1] !== word[1] && known[0] !== word[1]) return false;
  return (
    editDistance(word, known.slice(0, word.length + limit), limit) <= limit ||
    editDistance(word, known.slice(0, word.length), limit) <= limit
  );
}
