/**
 * The passages of an essay that match a query, with their matches.
 */
import { fold, foldWithStarts } from "../text/fold.ts";
import type { Field, Query } from "./query.ts";
import { excerpt } from "./excerpt.ts";
import { joined, type Range } from "./ranges.ts";
import { type SetFormula, withFormulasSet } from "./set-formulas.ts";
import { type LeafMatcher, leafMatchers, matchersTogether } from "./leaf-matchers.ts";

/** A stretch of an essay's text that a phrase may be found in: a heading, a paragraph, a cell, a line of a list. */
export interface Part {
  readonly kind: "heading" | "text" | "note" | "tag" | "about" | "link" | "mine";
  /** Index of the document's top-level block; of a note, the block that cites it. */
  readonly block: number;
  /** The note's number. */
  readonly note?: number;
  /** The line of the file, from 1, on which that block begins. */
  readonly line: number;
  /** Formulas in it have their delimiters. */
  readonly text: string;
  /** Where formulas are in the text, in order; absent if there are none. */
  readonly formulas?: readonly Range[];
  /** The id of the user's mark to which the text belongs. */
  readonly mark?: string;
}

/** A part, cut to the text around its matches. */
export interface Passage extends Omit<Part, "formulas"> {
  readonly ranges: readonly Range[];
  /** The parts before and after it, cut to the same length, if they were requested. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** The number and length of passages. */
export interface Wished {
  /** The largest number of passages. */
  readonly most: number;
  /** The longest passage, in characters. */
  readonly length: number;
  /** The number of parts to return before and after each. */
  readonly context?: number;
  /** Sets their formulas; without it they stay TeX. */
  readonly set?: SetFormula | undefined;
}

/**
 * Up to `most` passages of about `length` characters: those with the most matches, or with the words together, in the essay's
 * order.
 */
export function findPassages(
  parts: readonly Part[],
  query: Query,
  { most, length, context = 0, set = () => undefined }: Wished,
): Passage[] {
  const together = matchersTogether(query);
  const found = partsWith(parts, [...leafMatchers(query), ...together], most);
  const around = (from: number, to: number): string[] =>
    parts.slice(Math.max(0, from), to).map((part) => excerpt(passageOf(part, [], set), length).text);
  return chosenOf(found, most).map(({ part, index, hits }) => ({
    ...aroundMatches(part, hits, together, { length, set }),
    ...(context > 0 && {
      before: around(index - context, index),
      after: around(index + 1, index + 1 + context),
    }),
  }));
}

/** A part, cut to the text around the words that stand together, or else around its first match. */
function aroundMatches(
  part: Part,
  hits: readonly LeafMatcher[],
  together: readonly LeafMatcher[],
  { length, set }: { readonly length: number; readonly set: SetFormula },
): Passage {
  const ranges = rangesOf(
    part.text,
    hits.filter((one) => !together.includes(one)),
  );
  const closest = together.find((one) => hits.includes(one));
  const [first = [0, 0]] = closest ? rangesOf(part.text, [closest]) : ranges;
  const nth = ranges.findIndex(([, end]) => end > first[0]);
  return excerpt(passageOf(part, ranges, set), length, nth);
}

function passageOf({ formulas = [], ...part }: Part, ranges: readonly Range[], set: SetFormula): Passage {
  return { ...part, ...withFormulasSet({ text: part.text, formulas }, ranges, set) };
}

/** The parts that together match the most of the query, then those with the most matches; in the essay's order. */
function chosenOf(found: readonly Hit[], most: number): readonly Hit[] {
  if (found.length <= most) return found;
  const varied = variedOf(found, most);
  const rest = found.filter((one) => !varied.has(one)).sort((a, b) => b.hits.length - a.hits.length);
  return [...varied, ...rest.slice(0, most - varied.size)].sort((a, b) => a.index - b.index);
}

/** Up to `most` parts, each of which matches something that none before it does: not more than the query has matchers. */
function variedOf(found: readonly Hit[], most: number): ReadonlySet<Hit> {
  const varied = new Set<Hit>();
  const covered = new Set<LeafMatcher>();
  const countNew = ({ hits }: Hit): number => hits.filter((hit) => !covered.has(hit)).length;
  const isBetter = (one: Hit, best: Hit): boolean => {
    const [more, less] = [countNew(one), countNew(best)];
    return more > less || (more === less && one.hits.length > best.hits.length);
  };
  while (varied.size < most) {
    const best = found.reduce((known, one) => (isBetter(one, known) ? one : known));
    if (countNew(best) === 0) break;
    varied.add(best);
    best.hits.forEach((hit) => covered.add(hit));
  }
  return varied;
}

interface Hit {
  readonly part: Part;
  readonly index: number;
  readonly hits: readonly LeafMatcher[];
}

/** The parts with a match. The search stops when `most` of them match the whole query. */
function partsWith(parts: readonly Part[], matchers: readonly LeafMatcher[], most: number): Hit[] {
  const found: Hit[] = [];
  let full = 0;
  for (let index = 0; index < parts.length && full < most; index++) {
    const part = parts[index]!;
    const folded = fold(part.text);
    // The user's own marks match only if the query names them.
    const own = matchers.filter(
      ({ field }) => (field ?? (part.kind === "mine" ? "text" : part.kind)) === part.kind,
    );
    const hits = own.filter((one) => one.isIn(folded, part.text));
    if (hits.length > 0) found.push({ part, index, hits });
    if (hits.length === matchers.length) full++;
  }
  return found;
}

/**
 * Returns a function that reports whether a text matches what `query` asks of the user's own marks; undefined if the
 * query does not ask about marks.
 */
export function mineMatcher(query: Query): ((text: string) => boolean) | undefined {
  const matchers = leafMatchers(query).filter(({ field }) => field === "mine");
  return matchers.length === 0 ? undefined : (text) => matchers.some(({ isIn }) => isIn(fold(text), text));
}

/** Returns a function that gives the ranges of a text that match any part of `query`, regardless of its field. */
export function queryMatcher(query: Query, field?: Field): (text: string) => Range[] {
  const matchers = leafMatchers(query).filter(
    (one) => field === undefined || one.field === undefined || one.field === field,
  );
  return (text) => rangesOf(text, matchers);
}

function rangesOf(text: string, matchers: readonly LeafMatcher[]): Range[] {
  if (matchers.length === 0) return [];
  const folded = foldWithStarts(text, false);
  return joined(matchers.flatMap((one) => one.ranges(folded, text)));
}
