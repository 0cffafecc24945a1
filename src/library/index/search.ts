/**
 * The full-text search: essays, best first, with the passages that match.
 */
import type { Essay } from "../../essay/essay.ts";
import { findPassages, type Part, type Passage } from "../../search/passages.ts";
import { parseQuery, type Query } from "../../search/query.ts";
import { respelled } from "../../search/respell.ts";
import { label } from "../../text/visible.ts";
import type { EssayIndex } from "./index.ts";

export interface SearchOptions {
  /** The number of essays to return, with passages. */
  readonly most: number;
  /** The longest passage, in characters. */
  readonly length: number;
  readonly drafts: boolean;
  /** Which essays to search; absent means all. */
  readonly accepts?: ((essay: Essay) => boolean) | undefined;
}

export interface SearchResult {
  readonly essay: Essay;
  readonly passages: readonly Passage[];
}

export interface SearchResults {
  /** The number of essays found. */
  readonly count: number;
  /** The first of them. */
  readonly results: readonly SearchResult[];
}

const PASSAGES = 3;

export function searchIndex(index: EssayIndex, query: Query, options: SearchOptions): SearchResults {
  const { most, length, drafts, accepts } = options;
  const all = index.search(query, { drafts, best: most });
  const found = accepts ? all.filter((one) => accepts(index.essay(one))) : all;
  const results = found.slice(0, most).map((one) => {
    const essay = index.essay(one);
    const wished = { most: PASSAGES, length };
    const passages = findPassages(index.parts(one), query, wished);
    // A match that is in no part of the text may be in the tags or the description.
    return {
      essay,
      passages: passages.length > 0 ? passages : findPassages(partsAbout(essay), query, wished),
    };
  });
  return { count: found.length, results };
}

function partsAbout({ tags, description }: Essay): Part[] {
  const place = { block: -1, line: 1 };
  return [
    ...tags.map((text): Part => ({ kind: "tag", ...place, text: label(text) })),
    ...(description === undefined ? [] : [{ kind: "about" as const, ...place, text: label(description) }]),
  ];
}

/** A better spelling for a query that finds nothing; undefined if there is none that finds something. */
export function betterSpelling(index: EssayIndex, query: Query, source: string): string | undefined {
  const better = respelled(query, source, { [Symbol.iterator]: () => index.vocabulary() });
  return better !== undefined && index.search(parseQuery(better)).length > 0 ? better : undefined;
}
