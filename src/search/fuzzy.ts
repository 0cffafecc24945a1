/**
 * The fuzzy filter: what fzf's users expect of one, over titles, slugs, tags and descriptions.
 *
 * Every word of the query must match. A word matches best at the start of a word, then inside one, then as
 * initials, then as letters in order with gaps. Where nothing matches well, Fuse.js, which forgives typing errors,
 * is asked too, and what it finds comes after.
 */
import Fuse from "fuse.js";
import { fold, foldWithStarts, hasUpperCase } from "../text/fold.ts";
import { scoreWord, type WordMatch } from "./score.ts";

/** What can be searched of one item. */
export interface Candidate {
  readonly title: string;
  readonly slug: string;
  readonly tags: readonly string[];
  readonly description: string;
}

export interface FuzzyMatch {
  /** Index of the candidate. */
  readonly index: number;
  readonly score: number;
  /** Offsets of the title's matched letters, start and end, in order. */
  readonly ranges: readonly (readonly [number, number])[];
}

export interface FuzzyIndex {
  readonly search: (query: string) => FuzzyMatch[];
}

/** How much a match counts in each field. */
const WEIGHTS = { title: 1, slug: 0.9, tags: 0.6, description: 0.4 };
const TYPO_SCORE = 1;
/** A score for each word at which nobody is looking for typing errors: found whole, somewhere in a title. */
const GOOD = 40;

interface Field {
  readonly weight: number;
  readonly folded: string;
  readonly cased: string;
  /** Letters with gaps are looked for in names only; in running text they are everywhere. */
  readonly gaps: boolean;
}

/** Prepares candidates once; each search then costs a look at each. */
export function fuzzyIndex(candidates: readonly Candidate[]): FuzzyIndex {
  const fields = candidates.map(fieldsOf);
  let fuse: Fuse<Candidate> | undefined;
  return {
    search(query) {
      const cased = hasUpperCase(query);
      const words = (cased ? query : fold(query)).split(/\s+/).filter((word) => word !== "");
      if (words.length === 0) return candidates.map((_, index) => ({ index, score: 0, ranges: [] }));
      const matches: FuzzyMatch[] = [];
      fields.forEach((own, index) => {
        const score = scoreAll(words, own, cased);
        if (score > 0)
          matches.push({ index, score, ranges: titleRanges(words, candidates[index]!.title, cased) });
      });
      if (!matches.some((match) => match.score >= GOOD * words.length)) {
        fuse ??= new Fuse([...candidates], FUSE_OPTIONS);
        matches.push(...typos(fuse, query, matches));
      }
      return matches.sort((a, b) => b.score - a.score || a.index - b.index);
    },
  };
}

/** What Fuse.js finds beyond `found`, all scored below it. */
function typos(fuse: Fuse<Candidate>, query: string, found: readonly FuzzyMatch[]): FuzzyMatch[] {
  const known = new Set(found.map((match) => match.index));
  return fuse
    .search(query)
    .filter((result) => !known.has(result.refIndex))
    .map((result) => {
      const matches = (result.matches ?? []).filter(({ key }) => key === "title");
      const ranges = matches
        .flatMap(({ indices }) => indices)
        .map(([start, end]) => [start, end + 1] as const);
      return { index: result.refIndex, score: TYPO_SCORE - (result.score ?? 1), ranges: merged(ranges) };
    });
}

const FUSE_OPTIONS = {
  keys: [
    { name: "title", weight: 3 },
    { name: "slug", weight: 2 },
    { name: "tags", weight: 1 },
  ],
  useTokenSearch: true,
  tokenMatch: "all" as const,
  ignoreLocation: true,
  ignoreDiacritics: true,
  threshold: 0.35,
  minMatchCharLength: 2,
  includeScore: true,
  includeMatches: true,
};

function fieldsOf(candidate: Candidate): Field[] {
  const field = (text: string, weight: number, gaps: boolean): Field => ({
    weight,
    gaps,
    folded: fold(text),
    cased: foldWithStarts(text, true).folded,
  });
  return [
    field(candidate.title, WEIGHTS.title, true),
    field(candidate.slug.replace(/[-_/]+/g, " "), WEIGHTS.slug, true),
    field(candidate.tags.join(" "), WEIGHTS.tags, false),
    field(candidate.description, WEIGHTS.description, false),
  ];
}

/** The sum of the words' best scores; 0 if one of them matches nowhere. */
function scoreAll(words: readonly string[], fields: readonly Field[], cased: boolean): number {
  let total = 0;
  for (const word of words) {
    let best = 0;
    for (const field of fields) {
      const match = scoreWord(word, cased ? field.cased : field.folded, field.gaps);
      if (match) best = Math.max(best, match.score * field.weight);
    }
    if (best === 0) return 0;
    total += best;
  }
  const title = fields[0]!;
  return total + wholeTitleBonus(words.join(" "), cased ? title.cased : title.folded);
}

/** The query as it stands in the title, best at its start; and a little for short titles. */
function wholeTitleBonus(query: string, title: string): number {
  const at = title.indexOf(query);
  const contiguous = at < 0 ? 0 : at === 0 ? 60 : 30;
  return contiguous + 10 / (1 + title.length / 20);
}

function titleRanges(words: readonly string[], title: string, cased: boolean): (readonly [number, number])[] {
  const { folded, starts } = foldWithStarts(title, cased);
  const matches = words
    .map((word) => scoreWord(word, folded, true))
    .filter((match): match is WordMatch => match !== undefined);
  const ranges = matches.flatMap((match) => match.at.map((at) => [starts[at]!, starts[at + 1]!] as const));
  return merged(ranges);
}

function merged(ranges: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const result: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) result.push([start, end]);
  }
  return result;
}
