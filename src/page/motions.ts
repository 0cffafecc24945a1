/**
 * Moves over the text of an essay by letters, words and sentences, as in vi.
 *
 *     The area of a circle. Its rim.
 *     ▲   ▲  ▲            ▲ ▲
 *     b   at e            )  then w
 */
import type { Galley } from "../marks/galley.ts";
import { graphemes } from "../text/width.ts";
import { firstOf, partAt, sentencesFrom } from "./passages.ts";

export type Motion =
  | "left"
  | "right"
  | "nextWord"
  | "previousWord"
  | "wordEnd"
  | "nextSentence"
  | "previousSentence"
  | "top"
  | "bottom";

/** The distance in which the next word is looked for, in UTF-16 code units. */
const AHEAD = 2_000;
let words: Intl.Segmenter | undefined;

/** The offset of the letter to which a move leads from the letter at `at`, within the same part of the galley. */
export function moved(galley: Galley, at: number, motion: Motion, count: number, language?: string): number {
  let offset = at;
  for (let step = 0; step < count; step++) {
    const next = once(galley, offset, motion, language);
    if (next === offset) break;
    offset = next;
  }
  return offset;
}

/** The end of the grapheme that begins at an offset. */
export function letterEnd(text: string, at: number): number {
  return at + (graphemes(text.slice(at, at + 64))[0]?.length ?? 0);
}

/** The beginning of the last grapheme before an offset. */
export function letterBefore(text: string, at: number): number {
  return at - (graphemes(text.slice(Math.max(0, at - 64), at)).at(-1)?.length ?? 0);
}

function once(galley: Galley, at: number, motion: Motion, language?: string): number {
  const { text } = galley;
  const [start, end] = partAt(galley, at);
  const last = Math.max(start, letterBefore(text, end));
  switch (motion) {
    case "left":
      return Math.max(start, skipped(text, letterBefore(text, at), -1));
    case "right":
      return Math.min(last, skipped(text, letterEnd(text, at), 1));
    case "nextWord":
      return wordsIn(text, at, end).find(([from]) => from > at)?.[0] ?? last;
    case "wordEnd": {
      const found = wordsIn(text, at, end).find(([, to]) => letterBefore(text, to) > at);
      return found ? letterBefore(text, found[1]) : last;
    }
    case "previousWord":
      return wordsIn(text, Math.max(start, at - AHEAD), at).at(-1)?.[0] ?? start;
    case "nextSentence": {
      const found = firstOf(sentencesFrom(galley, at, language), ([, to]) => letterBefore(text, to) > at);
      return found ? letterBefore(text, found[1]) : last;
    }
    case "previousSentence":
      return sentenceBefore(galley, at, start, language);
    case "top":
      return start;
    case "bottom":
      return last;
  }
}

/** Line feeds separate strips and are not letters. */
function skipped(text: string, at: number, step: 1 | -1): number {
  let offset = at;
  while (text[offset] === "\n") offset += step;
  return offset;
}

/** The words from an offset on. */
function wordsIn(text: string, from: number, end: number): [start: number, end: number][] {
  words ??= new Intl.Segmenter("en", { granularity: "word" });
  return Array.from(words.segment(text.slice(from, Math.min(end, from + AHEAD))))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => [from + index, from + index + segment.length]);
}

/** The beginning of the sentence that contains an offset. From that beginning, it is the beginning of the sentence before. */
function sentenceBefore(galley: Galley, at: number, start: number, language?: string): number {
  let from = galley.stripAt(at).start;
  for (;;) {
    const last = lastOf(sentencesFrom(galley, from, language), at);
    if (last !== undefined) return last;
    if (from <= start) return start;
    from = galley.stripAt(from - 1).start;
  }
}

/** The last of the beginnings before an offset. The rest is not read. */
function lastOf(stretches: Iterable<readonly [number, number]>, at: number): number | undefined {
  let last: number | undefined;
  for (const [begins] of stretches) {
    if (begins >= at) break;
    last = begins;
  }
  return last;
}
