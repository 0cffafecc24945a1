/**
 * The fuzzy filter for titles, slugs, tags and descriptions, as users of fzf expect it.
 *
 * Every word of the query must match. A whole word ranks first, then the start of a word, then initials, then the inside of a
 * word. If no match is good, the results of Fuse.js, which forgives typing errors, come last. Only if nothing matches so, letters of
 * one word (`mgr`, manager) and typing errors are searched; and only if there are none, letters scattered over words.
 */
import { fold, foldAccents, foldWithStarts, hasUpperCase } from "../text/fold.ts";
import { Haystack } from "./haystack.ts";
import { joined, type Range } from "./ranges.ts";
import { GAPS_AT_MOST, GOOD, scoreWord } from "./score.ts";
import { isNear, Slips } from "./slips.ts";

/** The searchable fields of an item. */
export interface Candidate {
  readonly title: string;
  readonly slug: string;
  readonly tags: readonly string[];
  readonly description: string;
}

/** The searchable fields of an essay. */
export function candidateOf(
  essay: Omit<Candidate, "description"> & { readonly description?: string },
): Candidate {
  const { title, slug, tags, description = "" } = essay;
  return { title, slug, tags, description };
}

export interface FuzzyIndex {
  /** Indexes of the candidates that match, best first; all of them, in their order, if the query is empty. */
  readonly search: (query: string) => number[];
  /** Whether the query matches only by letters with gaps, or by similar words. */
  readonly isLoose: (query: string) => boolean;
  /** Whether it matches only by letters scattered over words, or not at all. */
  readonly isScattered: (query: string) => boolean;
}

/** The weight of a match in each field. */
const WEIGHTS = { title: 1, slug: 0.9, tags: 0.6, description: 0.4 };
/** The bonus for the whole query in the title: inside it, at its start. */
const WHOLE_INSIDE = 30;
const WHOLE_AT_START = 60;

/** A field of all candidates. */
interface Field {
  readonly weight: number;
  readonly haystack: Haystack;
  /** Letters with gaps are searched only in names, because running text contains them everywhere. */
  readonly gaps: boolean;
}

interface Found {
  readonly indexes: readonly number[];
  readonly kind: "exact" | "near" | "scattered";
}

/** Where letters with gaps are searched. */
type Gaps = "nowhere" | "within words" | "anywhere";

/** Prepares candidates when they are first searched; each search then goes through all of them. */
export function fuzzyIndex(candidates: readonly Candidate[]): FuzzyIndex {
  const fields: { folded?: Field[]; cased?: Field[] } = {};
  let slips: Slips | undefined;
  let last: { readonly query: string; readonly found: Found } | undefined;
  const asked = (query: string): Found => {
    if (last?.query !== query) last = { query, found: find(query) };
    return last.found;
  };
  const find = (query: string): Found => {
    const words = wordsOf(query);
    if (words.length === 0) return { indexes: candidates.map((_, index) => index), kind: "exact" };
    const cased = hasUpperCase(query);
    const own = cased
      ? (fields.cased ??= fieldsOf(candidates, foldAccents))
      : (fields.folded ??= fieldsOf(candidates, fold));
    const scored = (gaps: Gaps): Float32Array => scoreAll(words, own, candidates.length, gaps);
    const withSlips = (indexes: readonly number[]): number[] => {
      if (cased) return [...indexes];
      slips ??= new Slips(candidates.map(textsOf));
      return [...new Set([...indexes, ...slips.near(words)])];
    };
    const scores = scored("nowhere");
    const exact = bestFirst(scores);
    if (exact.length > 0) {
      const isGood = scores[exact[0]!]! >= GOOD * words.length;
      return { indexes: isGood ? exact : withSlips(exact), kind: "exact" };
    }
    const near = withSlips(bestFirst(scored("within words")));
    if (near.length > 0) return { indexes: near, kind: "near" };
    return { indexes: bestFirst(scored("anywhere")), kind: "scattered" };
  };
  return {
    search: (query) => [...asked(query).indexes],
    isLoose: (query) => asked(query).kind !== "exact",
    isScattered: (query) => asked(query).kind === "scattered",
  };
}

/**
 * The ranges of a visible title that a query matches. Letters with gaps and similar words count only if
 * nothing else matched (`isLoose`).
 */
export function fuzzyRanges(query: string, title: string, isLoose = true): Range[] {
  if (query.trim() === "") return [];
  const { folded, starts } = foldWithStarts(title, hasUpperCase(query));
  const ranges = wordsOf(query).flatMap((word): Range[] => {
    const match = scoreWord(word, folded, true);
    const isShown = match !== undefined && (isLoose || match.score > GAPS_AT_MOST);
    if (isShown) return match.at.map((at): Range => [starts[at]!, starts[at + 1]!]);
    if (!isLoose) return [];
    return Array.from(folded.matchAll(/[\p{L}\p{N}]+/gu))
      .filter((other) => isNear(word, other[0], Math.ceil(word.length / 5)))
      .map((other): Range => [starts[other.index]!, starts[other.index + other[0].length]!]);
  });
  return joined(ranges);
}

/** The most words of a query; each is searched in every title. */
const MOST_WORDS = 50;

function wordsOf(query: string): string[] {
  const folded = hasUpperCase(query) ? foldAccents(query) : fold(query);
  return folded
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
}

function fieldsOf(candidates: readonly Candidate[], folding: (text: string) => string): Field[] {
  const field = (text: (candidate: Candidate) => string, weight: number, gaps: boolean): Field => ({
    weight,
    gaps,
    haystack: new Haystack(candidates.map((candidate) => folding(text(candidate)).replaceAll("\n", " "))),
  });
  return [
    field(({ title }) => title, WEIGHTS.title, true),
    field(slugWords, WEIGHTS.slug, true),
    field(({ tags }) => tags.join(" "), WEIGHTS.tags, false),
    field(({ description }) => description, WEIGHTS.description, false),
  ];
}

/** A slug as words; empty if the title has the same words, as it usually has. */
function slugWords({ slug, title }: Candidate): string {
  const words = slug.replace(/[-_/]+/g, " ");
  return fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .includes(words.toLowerCase())
    ? ""
    : words;
}

function textsOf({ title, slug, tags }: Candidate): { title: string; slug: string; tags: string } {
  return { title: fold(title), slug: fold(slug), tags: fold(tags.join(" ")) };
}

/** The sum of the words' best scores for each candidate; 0 if one of the words does not match. */
function scoreAll(
  words: readonly string[],
  fields: readonly Field[],
  count: number,
  where: Gaps,
): Float32Array {
  const totals = new Float32Array(count);
  const best = new Float32Array(count);
  const own = new Float32Array(count);
  words.forEach((word, nth) => {
    best.fill(0);
    for (const { haystack, weight, gaps } of fields) {
      own.fill(0);
      haystack.contiguous(word, weight, own);
      if (gaps && word.length > 1) {
        haystack.initials(word, weight, own);
        if (where !== "nowhere") haystack.abbreviated(word, weight, own);
        if (where === "anywhere") haystack.gapped(word, weight, own);
      }
      for (let at = 0; at < count; at++) if (own[at]! > best[at]!) best[at] = own[at]!;
    }
    for (let at = 0; at < count; at++) {
      const isIn = best[at]! > 0 && (nth === 0 || totals[at]! > 0);
      totals[at] = isIn ? totals[at]! + best[at]! : 0;
    }
  });
  return withBonus(totals, words.join(" "), fields[0]!.haystack);
}

/** A bonus if the title contains the whole query, best at its start; and a small bonus for short titles. */
function withBonus(totals: Float32Array, query: string, titles: Haystack): Float32Array {
  const bonus = new Float32Array(totals.length);
  titles.whole(query, WHOLE_INSIDE, WHOLE_AT_START, bonus);
  for (let at = 0; at < totals.length; at++)
    if (totals[at]! > 0) totals[at]! += bonus[at]! + 10 / (1 + titles.length(at) / 20);
  return totals;
}

/** Scores are compared in hundredths; equal ones keep their order. */
const STEPS = 100;
const HIGHEST = 100_000_000;

/** Indexes of the candidates with a score, the highest first. */
function bestFirst(scores: Float32Array): number[] {
  const keys: number[] = [];
  scores.forEach((score, index) => {
    if (score > 0) keys.push((HIGHEST - Math.round(score * STEPS)) * scores.length + index);
  });
  return Array.from(Float64Array.from(keys).sort(), (key) => key % scores.length);
}
