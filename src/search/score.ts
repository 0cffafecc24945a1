/**
 * Scores how well one word of a query matches a text, and where.
 *
 *     whole word   start of a word   inside a word   initials         letters of a word   scattered letters
 *     ship         ship|ping         relation|ship   h|ow t|o s|hip   m|ana|g|e|r         h|o|w| to |sh|i|p
 */
import { isLetterCode } from "../text/letters.ts";

export interface WordMatch {
  readonly score: number;
  /** Offsets of the matched letters. */
  readonly at: readonly number[];
}

/** The base score of each kind of match, in a title and in another field. The gaps are larger than all bonuses together. */
const WORTH = {
  wholeWord: { title: 1_000, other: 700 },
  wordStart: { title: 600, other: 300 },
  initials: { title: 280, other: 280 },
  inside: { title: 200, other: 100 },
} as const;
/** The score of each word at which typing errors are no longer considered: that of a match inside a word of a title. */
export const GOOD = 170;
/** The highest score of letters with gaps, below that of any other match. */
export const GAPS_AT_MOST = 40;
/** The largest deduction for a place far from the start. */
const LATE = 20;
/** The longest stretch of letters with gaps, in characters for each letter. */
export const GAPPED_LENGTH = 4;

/** The score of a word without gaps in a field of this weight, `offset` characters from its start. */
export function contiguousScore(begins: boolean, ends: boolean, offset: number, weight: number): number {
  const kind = begins ? (ends ? "wholeWord" : "wordStart") : "inside";
  return worth(kind, weight) - Math.min(LATE, offset / 10);
}

/** The score of initials; `passed` is the number of words before the first. */
export function initialsScore(passed: number, weight: number): number {
  return worth("initials", weight) - Math.min(LATE, passed) * weight;
}

function worth(kind: keyof typeof WORTH, weight: number): number {
  const { title, other } = WORTH[kind];
  return weight === 1 ? title : other + WEIGHED * weight;
}

/** The largest difference between fields other than the title. */
const WEIGHED = 50;

/** Whether a match begins or ends at the edge of a word: at a letter without a letter beside it, or at a sign. */
export function isBoundary(own: number, beside: number): boolean {
  return !isLetterCode(own) || !isLetterCode(beside);
}

/** The score of letters with gaps on a stretch of text; `starts` of them begin words. */
export function gappedScore(letters: number, stretch: number, starts: number): number {
  return (GAPS_AT_MOST * letters) / stretch / 2 + (GAPS_AT_MOST * starts) / letters / 2;
}

/** The best match of `word` in `text`, both folded alike; `gaps` allows letters with gaps between them. */
export function scoreWord(word: string, text: string, gaps: boolean): WordMatch | undefined {
  const contiguous = bestContiguous(word, text);
  if (!gaps || word.length < 2) return contiguous;
  const first = initials(word, text);
  if (first && first.score > (contiguous?.score ?? 0)) return first;
  return contiguous ?? abbreviation(word, text) ?? withGaps(word, text);
}

/**
 * The end of the letters of `word`, in order, within the word of `text` that begins at `start`; undefined if it lacks one, or has them
 * too far apart.
 */
export function abbreviationEnd(word: string, text: string, start: number): number | undefined {
  const limit = start + word.length * GAPPED_LENGTH;
  let letter = 0;
  for (let at = start; at < limit && isLetterCode(text.charCodeAt(at)); at++) {
    if (text[at] === word[letter]) letter++;
    else if (letter === 0) return undefined;
    if (letter === word.length) return at + 1;
  }
  return undefined;
}

/** Letters of one word, the first of them its beginning: the shortest stretch. */
function abbreviation(word: string, text: string): WordMatch | undefined {
  let best: readonly [start: number, end: number] | undefined;
  for (let start = 0; start < text.length; start++) {
    const end = isWordStart(text, start) ? abbreviationEnd(word, text, start) : undefined;
    if (end !== undefined && (best === undefined || end - start < best[1] - best[0])) best = [start, end];
  }
  if (best === undefined) return undefined;
  const [start, end] = best;
  const at: number[] = [];
  for (let own = start; own < end; own++) if (text[own] === word[at.length]) at.push(own);
  return { score: gappedScore(word.length, end - start, 1), at };
}

function bestContiguous(word: string, text: string): WordMatch | undefined {
  let best: WordMatch | undefined;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    // Beyond the ends of a text the code is NaN, which is not a letter.
    const begins = isBoundary(text.charCodeAt(at), text.charCodeAt(at - 1));
    const ends = isBoundary(text.charCodeAt(end - 1), text.charCodeAt(end));
    const score = contiguousScore(begins, ends, at, 1);
    if (!best || score > best.score) best = { score, at: span(at, word.length) };
    if (begins && ends) break;
  }
  return best;
}

/** Each letter begins a word, one word after the other; only words at the front may be skipped. */
function initials(word: string, text: string): WordMatch | undefined {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) if (isWordStart(text, at)) starts.push(at);
  const first = starts
    .map((at) => text[at])
    .join("")
    .indexOf(word);
  return first < 0
    ? undefined
    : { score: initialsScore(first, 1), at: starts.slice(first, first + word.length) };
}

/** Letters in order: the shortest stretch that ends where all letters have first occurred, as in fzf. */
function withGaps(word: string, text: string): WordMatch | undefined {
  let next = 0;
  let end = 0;
  while (end < text.length && next < word.length) if (text[end++] === word[next]) next++;
  if (next < word.length) return undefined;
  const at: number[] = [];
  let start = end - 1;
  for (let letter = word.length - 1; letter >= 0; start--) {
    if (text[start] === word[letter]) {
      at.unshift(start);
      letter--;
    }
  }
  const stretch = end - at[0]!;
  if (stretch > word.length * GAPPED_LENGTH) return undefined;
  const starts = at.filter((position) => isWordStart(text, position)).length;
  return { score: gappedScore(word.length, stretch, starts), at };
}

function span(at: number, length: number): number[] {
  return Array.from({ length }, (_, index) => at + index);
}

function isWordStart(text: string, at: number): boolean {
  return isLetterCode(text.charCodeAt(at)) && (at === 0 || !isLetterCode(text.charCodeAt(at - 1)));
}
