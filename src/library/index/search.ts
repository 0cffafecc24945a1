/**
 * The full-text search: essays, best first, with the passages that match.
 */
import type { Essay } from "../../essay/essay.ts";
import { findPassages, type Passage } from "../../search/passages.ts";
import type { Query } from "../../search/query.ts";
import type { EssayIndex } from "./index.ts";

export interface SearchOptions {
  /** Of how many essays passages are wanted. */
  readonly most: number;
  /** Longest passage, in characters. */
  readonly length: number;
  readonly drafts: boolean;
  /** Which essays are wanted; all of them, if it is absent. */
  readonly accepts?: ((essay: Essay) => boolean) | undefined;
}

export interface SearchResult {
  readonly essay: Essay;
  readonly passages: readonly Passage[];
}

export interface SearchResults {
  /** How many essays were found. */
  readonly count: number;
  /** The first of them. */
  readonly results: readonly SearchResult[];
}

const PASSAGES = 3;

export function searchIndex(index: EssayIndex, query: Query, options: SearchOptions): SearchResults {
  const { most, length, drafts, accepts } = options;
  const all = index.search(query, { drafts, best: most });
  const found = accepts ? all.filter((one) => accepts(index.essay(one))) : all;
  const results = found.slice(0, most).map((one) => ({
    essay: index.essay(one),
    passages: findPassages(index.parts(one), query, { most: PASSAGES, length }),
  }));
  return { count: found.length, results };
}
