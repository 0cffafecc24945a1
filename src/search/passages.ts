/**
 * The passages of an essay that match a query, with their matches.
 */
import { fold, foldWithStarts } from "../text/fold.ts";
import type { Field, Query } from "./query.ts";
import { excerpt, excerpts } from "./excerpt.ts";
import { bestWindow, isBetter } from "./window.ts";
import { memoized } from "../text/memoized.ts";
import { joined, joinedNumbered, type NumberedRanges, type Range } from "./ranges.ts";
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
  /** For each range, the number of the word or phrase of the query that matches there, from 0. */
  readonly words?: readonly number[];
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
 * Up to `most` passages of about `length` characters: those that together show the most of the query, then those with the most
 * matches; in the essay's order.
 */
export function findPassages(
  parts: readonly Part[],
  query: Query,
  { most, length, context = 0, set = () => undefined }: Wished,
): Passage[] {
  const leaves = leafMatchers(query);
  const found = partsWith(parts, [...leaves, ...matchersTogether(query)], most);
  const whole = memoized(({ part, hits }: Hit) => passageOf(part, rangesIn(part.text, leaves, hits), set));
  const chosen = chosenOf(found, most, { leaves, length, whole });
  const around = (from: number, to: number): string[] =>
    parts.slice(Math.max(0, from), to).map((part) => excerpt(passageOf(part, NONE, set), length).text);
  return excerpts(chosen.map(whole), () => length).map((passage, nth) => {
    const { index } = chosen[nth]!;
    if (context === 0) return passage;
    return {
      ...passage,
      before: around(index - context, index),
      after: around(index + 1, index + 1 + context),
    };
  });
}

const NONE: NumberedRanges = { ranges: [], words: [] };

/** The matches of those leaves of the query that hit a text, each with the number of its leaf. */
function rangesIn(
  text: string,
  leaves: readonly LeafMatcher[],
  hits: readonly LeafMatcher[],
): NumberedRanges {
  const folded = foldWithStarts(text, false);
  const own = leaves.flatMap((leaf, word) =>
    hits.includes(leaf) ? leaf.ranges(folded, text).map((range) => ({ range, word })) : [],
  );
  return joinedNumbered({ ranges: own.map(({ range }) => range), words: own.map(({ word }) => word) });
}

function passageOf({ formulas = [], ...part }: Part, found: NumberedRanges, set: SetFormula): Passage {
  return { ...part, ...withFormulasSet({ text: part.text, formulas }, found, set) };
}

/** Words may stand together side by side, or near each other. */
const WAYS_TOGETHER = 2;
/** The most parts that are compared by what they show where they are cut: those that match the most. */
const MOST_COMPARED = 8;

interface Choice {
  readonly leaves: readonly LeafMatcher[];
  /** The longest passage, in characters. */
  readonly length: number;
  readonly whole: (hit: Hit) => Passage;
}

/**
 * The parts that together show the most of the query, then those with the most matches; in the essay's order. At first each shows
 * something that none before it does, so these are not more than the query has matchers.
 */
function chosenOf(found: readonly Hit[], most: number, choice: Choice): readonly Hit[] {
  if (found.length <= most) return found;
  const chosen = new Set<Hit>();
  const shown = new Set<LeafMatcher>();
  const rounds = Math.min(most, choice.leaves.length + WAYS_TOGETHER);
  for (let round = 0; round < rounds; round++) {
    const best = bestHit(
      found.filter((one) => !chosen.has(one)),
      shown,
      choice,
    );
    if (best === undefined) break;
    chosen.add(best);
    for (const word of excerpt(choice.whole(best), choice.length, numbersOf(shown, choice)).words ?? [])
      shown.add(choice.leaves[word]!);
    // Words that stand together are no leaves of the query.
    best.hits.filter((one) => !choice.leaves.includes(one)).forEach((one) => shown.add(one));
  }
  const rest = found.filter((one) => !chosen.has(one)).sort((a, b) => b.hits.length - a.hits.length);
  return [...chosen, ...rest.slice(0, most - chosen.size)].sort((a, b) => a.index - b.index);
}

function numbersOf(shown: ReadonlySet<LeafMatcher>, { leaves }: Choice): ReadonlySet<number> {
  return new Set(leaves.flatMap((leaf, nth) => (shown.has(leaf) ? [nth] : [])));
}

/** The part that, where it is cut, shows the most that is not shown yet; undefined if none matches anything new. */
function bestHit(found: readonly Hit[], shown: ReadonlySet<LeafMatcher>, choice: Choice): Hit | undefined {
  const numbers = numbersOf(shown, choice);
  const counted = found
    .map((hit) => ({ hit, fresh: hit.hits.filter((one) => !shown.has(one)).length }))
    .filter(({ fresh }) => fresh > 0)
    .sort((a, b) => b.fresh - a.fresh || b.hit.hits.length - a.hit.hits.length)
    .slice(0, MOST_COMPARED)
    .map(({ hit }) => ({ hit, window: bestWindow(choice.whole(hit), choice.length, numbers) }));
  return counted.reduce<(typeof counted)[number] | undefined>((best, own) => {
    if (!own.window) return best ?? own;
    return !best?.window || isBetter(own.window, best.window) ? own : best;
  }, undefined)?.hit;
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
