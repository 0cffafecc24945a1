/**
 * Turns the leaves of a query into matchers, which report whether a text matches, and where.
 */
import { firstIndex } from "../text/bisect.ts";
import { commonBeginning } from "../text/common-beginning.ts";
import type { Folded } from "../text/fold.ts";
import {
  type Field,
  type Leaf,
  type Near,
  type Pattern,
  type Phrase,
  type Query,
  wanted,
  type Way,
} from "./query.ts";
import { DISTANCE, wordsTogether } from "./side-by-side.ts";
import { phrasePattern, wordsOf, wordsPattern } from "./tokens.ts";
import type { Range } from "./ranges.ts";

export interface LeafMatcher {
  readonly field: Field | undefined;
  /** Whether it matches a text; `folded` is the folded text. */
  readonly isIn: (folded: string, text: string) => boolean;
  readonly ranges: (folded: Folded, text: string) => Range[];
}

/** Matchers for all leaves that must match, except tests of front matter. */
export function leafMatchers(query: Query): LeafMatcher[] {
  return wanted(query).flatMap(matchersOf);
}

/** Matchers for words of a query that stand together in a text: side by side, and near each other; none for a query without such words. */
export function matchersTogether(query: Query): LeafMatcher[] {
  const phrases = wordsTogether(query);
  if (phrases.length === 0) return [];
  return [phrases.length - 2, DISTANCE].map((distance) => nearMatcher({ type: "near", phrases, distance }));
}

function matchersOf(leaf: Leaf): LeafMatcher[] {
  if (leaf.type === "phrase") return [phraseMatcher(leaf)];
  if (leaf.type === "near") return [nearMatcher(leaf)];
  return leaf.type === "pattern" ? [patternMatcher(leaf)] : [];
}

function patternMatcher({ automaton, field }: Pattern): LeafMatcher {
  return {
    field,
    isIn: (_, text) => automaton.test(text),
    ranges: (_, text) => automaton.ranges(text),
  };
}

function phraseMatcher(phrase: Phrase): LeafMatcher {
  const finders = findersOf(phrase);
  return {
    field: phrase.field,
    isIn: (folded) => finders.some((finder) => finder.isIn(folded)),
    ranges: ({ folded, starts }) =>
      finders.flatMap((finder) =>
        finder.matches(folded).map(([start, end]): Range => [starts[start]!, starts[end]!]),
      ),
  };
}

interface Finder {
  readonly isIn: (folded: string) => boolean;
  readonly matches: (folded: string) => Range[];
}

/** Finders for all spellings of a phrase; plain words share one. */
function findersOf({ ways, prefix, inflected = [] }: Phrase): Finder[] {
  const isPlain = (way: Way): boolean => way.length === 1 && !way[0]!.plain && !way[0]!.unparted;
  const words = [
    ...ways.filter(isPlain).map(([word]) => word!.text),
    ...inflected.flatMap((one) => one.words),
  ];
  const others = ways.filter((way) => !isPlain(way)).map((way) => phraseFinder(way, prefix));
  return words.length > 0 ? [wordFinder([...new Set(words)], prefix), ...others] : others;
}

/** The expression runs only on texts that contain the words: that check is much faster. */
function phraseFinder(way: Way, prefix: boolean): Finder {
  const pattern = new RegExp(phrasePattern(way, prefix), "gu");
  return {
    isIn: (folded) => way.every(({ text }) => folded.includes(text)) && folded.search(pattern) >= 0,
    matches: (folded) => matchesOf(pattern, folded),
  };
}

/** A finder for any of some words, with or without hyphens inside. */
function wordFinder(words: readonly string[], prefix: boolean): Finder {
  const beginning = words.reduce(commonBeginning);
  const pattern = new RegExp(wordsPattern(words, prefix, false), "gu");
  let hyphenated: RegExp | undefined;
  const withHyphens = (): RegExp => (hyphenated ??= new RegExp(wordsPattern(words, prefix, true), "gu"));
  const isPlainly = (folded: string): boolean => folded.includes(beginning) && folded.search(pattern) >= 0;
  return {
    isIn: (folded) =>
      isPlainly(folded) ||
      (folded.includes("-") &&
        folded.replaceAll("-", "").includes(beginning) &&
        folded.search(withHyphens()) >= 0),
    matches: (folded) => {
      const plain = matchesOf(pattern, folded);
      return plain.length > 0 || !folded.includes("-") ? plain : matchesOf(withHyphens(), folded);
    },
  };
}

function matchesOf(pattern: RegExp, folded: string): Range[] {
  return Array.from(folded.matchAll(pattern), (match): Range => [match.index, match.index + match[0].length]);
}

/** A matcher for phrases near each other within one part of the text. */
function nearMatcher({ phrases, distance }: Near): LeafMatcher {
  const finders = phrases.map((phrase) => ({
    isIn: phraseMatcher(phrase).isIn,
    matches: (folded: string) => findersOf(phrase).flatMap((finder) => finder.matches(folded)),
  }));
  const matches = (folded: string): Range[] =>
    nearRanges(
      finders.map((one) => one.matches(folded)),
      folded,
      distance,
    );
  return {
    field: phrases[0]?.field,
    isIn: (folded, text) => finders.every((one) => one.isIn(folded, text)) && matches(folded).length > 0,
    ranges: ({ folded, starts }) =>
      matches(folded).map(([start, end]): Range => [starts[start]!, starts[end]!]),
  };
}

/** The ranges of each list that are near a range of every other list. */
function nearRanges(lists: readonly Range[][], folded: string, distance: number): Range[] {
  const words = wordOffsets(folded);
  const counted = lists.map((list) =>
    list
      .map((range) => ({ range, first: indexAt(words, range[0]), last: indexAt(words, range[1] - 1) }))
      .sort((a, b) => a.first - b.first),
  );
  const isNear = (a: { first: number; last: number }, b: { first: number; last: number }): boolean =>
    Math.max(a.first, b.first) - Math.min(a.last, b.last) - 1 <= distance;
  return counted.flatMap((list, nth) =>
    list
      .filter((one) =>
        counted.every((other, index) => index === nth || hasNear(other, one, distance, isNear)),
      )
      .map(({ range }) => range),
  );
}

type Counted = { readonly range: Range; readonly first: number; readonly last: number };

/** Whether a sorted list has a near range: candidates are checked from the middle outwards. */
function hasNear(
  list: readonly Counted[],
  one: Counted,
  distance: number,
  isNear: (a: Counted, b: Counted) => boolean,
): boolean {
  const nearest = firstIndex(list, ({ first }) => first >= one.first - distance - LONGEST_PHRASE);
  for (let at = nearest; at < list.length && list[at]!.first <= one.last + distance + 1; at++)
    if (isNear(list[at]!, one)) return true;
  return false;
}

/** In words. */
const LONGEST_PHRASE = 50;

/** Where each word of a folded text begins. */
function wordOffsets(folded: string): number[] {
  const offsets: number[] = [];
  let from = 0;
  for (const { text } of wordsOf(folded)) {
    const at = folded.indexOf(text, from);
    // In scripts without blanks, the index treats each character as a word.
    const step = /[\u0e00-\u1fff\u2e80-\uffff]/.test(text) ? 1 : text.length;
    for (let own = at; own < at + text.length; own += step) offsets.push(own);
    from = at + text.length;
  }
  return offsets;
}

/** The index of the word that contains an offset. */
function indexAt(words: readonly number[], offset: number): number {
  return firstIndex(words, (begin) => begin > offset) - 1;
}
