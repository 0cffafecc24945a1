/**
 * The full-text search: essays, best first, with the passages that match.
 */
import { partsWithMath } from "../../document/inline/math-parts.ts";
import type { Essay } from "../../essay/essay.ts";
import { texMacros } from "../../essay/tex-macros.ts";
import { findPassages, type Part, type Passage, type Wished } from "../../search/passages.ts";
import { parseTyped } from "../../search/parse-query.ts";
import { isOfMine, type Query, QueryError, wanted } from "../../search/query.ts";
import { onOneLine } from "../../search/spelled-parts.ts";
import { respelled } from "../../search/respell.ts";
import { label } from "../../text/visible.ts";
import { formulaSetter, withoutSigns } from "../title-formulas.ts";
import { ask, type SearchWish } from "./ask.ts";
import type { EssayIndex } from "./index.ts";
import type { FoundEssay } from "./newest.ts";
import { vocabularyOf } from "./vocabulary.ts";

export interface SearchOptions extends Pick<SearchWish, "accepts" | "read" | "mine"> {
  /** The number of essays to return, with passages. */
  readonly most: number;
  /** The longest passage, in characters. */
  readonly length: number;
  /** The most passages of an essay; three if it is absent. */
  readonly passages?: number;
  /** The number of paragraphs returned from before and after each passage. */
  readonly context?: number;
  readonly drafts: boolean;
  /** Whether formulas in passages are set, instead of TeX. */
  readonly setsFormulas?: boolean;
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
  /** The query with the inflected forms that this library contains; it also marks matches elsewhere. */
  readonly query: Query;
}

const PASSAGES = 3;

/** Throws `QueryError` for a query that this library can't answer. */
export function searchIndex(index: EssayIndex, typed: Query, options: SearchOptions): SearchResults {
  const { most, length, passages = PASSAGES, context = 0, setsFormulas = false, ...wish } = options;
  const { query, found } = ask(index, typed, { ...wish, best: most });
  const results = found.slice(0, most).map((one) => {
    const essay = index.essay(one);
    const set = setsFormulas ? formulaSetter(() => macrosOf(essay, index.parts(one))) : undefined;
    const wished = { most: passages, length, context, set };
    return { essay, passages: passagesOf(index, one, query, options.mine, wished) };
  });
  return { count: found.length, results, query };
}

const DEFINES = /\\(?:(?:re)?newcommand|providecommand|[gx]?def|let|DeclareMathOperator)(?![a-zA-Z])/;

/** The definitions for an essay's formulas: of its front matter, and of its text. */
function macrosOf(essay: Essay, parts: Iterable<Part>): string[] {
  const front = texMacros(essay.data);
  const own = Array.from(parts).flatMap(({ text, formulas = [] }) =>
    formulas
      .map((range) => text.slice(...range))
      .filter((formula) => DEFINES.test(formula))
      .map(withoutSigns),
  );
  return front === undefined ? own : [front, ...own];
}

function passagesOf(
  index: EssayIndex,
  found: FoundEssay,
  query: Query,
  mine: SearchWish["mine"],
  wished: Wished,
): Passage[] {
  const essay = index.essay(found);
  const own = findPassages(
    [...index.parts(found), ...(isMineSought(query) ? (mine?.(essay) ?? []) : [])],
    query,
    wished,
  );
  if (own.length > 0) return own;
  // A match outside the text may be in the tags, the description or the address of a link.
  const about = findPassages(partsAbout(essay), query, wished);
  return about.length > 0 ? about : findPassages(partsOfLinks(index, found), query, wished);
}

/** Whether the query names the user's own marks. */
function isMineSought(query: Query): boolean {
  return wanted(query).some(isOfMine);
}

function partsAbout({ tags, description }: Essay): Part[] {
  const place = { block: -1, line: 1 };
  return [
    ...tags.map((text): Part => ({ kind: "tag", ...place, text: label(text) })),
    ...(description === undefined
      ? []
      : [{ kind: "about" as const, ...place, ...withFormulas(description) }]),
  ];
}

function withFormulas(description: string): Pick<Part, "text" | "formulas"> {
  const parts = partsWithMath(label(description));
  return onOneLine(
    parts.map((part) =>
      typeof part === "string" ? { text: part } : { text: part.written, isFormula: true },
    ),
  );
}

/** The addresses of an essay's links, each on the line of its block. */
function partsOfLinks(index: EssayIndex, found: FoundEssay): Part[] {
  const lines = new Map(index.parts(found).map(({ block, line }) => [block, line]));
  return index
    .linksOf(found)
    .map(({ block, href }) => ({ kind: "link", block, line: lines.get(block) ?? 1, text: label(href) }));
}

/**
 * A better spelling for a query that finds nothing; undefined if there is none that finds something. `parse` makes a query of it,
 * as the query itself was made of its source.
 */
export function betterSpelling(
  index: EssayIndex,
  query: Query,
  parse = (source: string): Query => parseTyped(source, query.today),
): string | undefined {
  const better = respelled(query, { [Symbol.iterator]: () => vocabularyOf(index.database) });
  if (better === undefined) return undefined;
  try {
    return ask(index, parse(better)).found.length > 0 ? better : undefined;
  } catch (error) {
    // The user did not type it, so its errors are none of the user's.
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}
