/**
 * Words that were edited.
 */
import search from "approx-string-match";
import { type Compared, compared } from "./compared.ts";
import type { Stretch } from "./compared.ts";
import { likeness } from "./likeness.ts";
import type { Anchor } from "./mark.ts";

/** What may still be done for a page, in characters of text times pieces of 32 characters sought in it. */
export interface Effort {
  left: number;
}

/** How much of the words may be changed. */
const CHANGED = 0.2;

/** The stretch of the folded text whose words are the anchor's with a fifth changed at most, and no other's. */
export function approximate(
  anchor: Anchor,
  { folded }: Pick<Compared, "folded">,
  effort: Effort,
): Stretch | undefined {
  const words = compared(anchor.words).folded;
  const most = Math.floor(words.length * CHANGED);
  effort.left -= folded.length * Math.ceil(words.length / 32);
  if (most === 0 || effort.left < 0) return undefined;
  const like = likeness(anchor);
  const found = search(folded, words, most).map(({ start, end, errors }) => ({
    start,
    end,
    errors,
    like: like(folded, [start, end]),
  }));
  const [best, second] = found.sort((a, b) => a.errors - b.errors || b.like - a.like);
  if (!best || best.like < 0.8 || (second && second.errors - best.errors < 2)) return undefined;
  return wholeWords(folded, [best.start, best.end]);
}

const LETTER = /[\p{L}\p{N}]/u;
/** Letters that are added to make a word whole; where words are not parted by blanks, none are. */
const OF_A_WORD = 16;

/** A stretch without blanks at its ends, and with the whole of the words that it begins and ends in. */
function wholeWords(text: string, [start, end]: Stretch): Stretch {
  let [from, to] = [start, end];
  while (from < to && text[from] === " ") from++;
  while (to > from && text[to - 1] === " ") to--;
  const isWithin = (at: number): boolean => LETTER.test(text[at - 1] ?? "") && LETTER.test(text[at] ?? "");
  let [first, last] = [from, to];
  while (isWithin(first) && from - first < OF_A_WORD) first--;
  while (isWithin(last) && last - to < OF_A_WORD) last++;
  return [isWithin(first) ? from : first, isWithin(last) ? to : last];
}
