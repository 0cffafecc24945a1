/**
 * A passage whose words were edited.
 */
import { type Effort, LONGEST, mostErrors, nearTo } from "./approximate.ts";
import { editDistance } from "../text/edit-distance.ts";
import { type Compared, compared, type Stretch } from "./compared.ts";
import { likeness } from "./likeness.ts";
import type { Anchor } from "./mark.ts";

/** By so many of its characters, at least, the best must be nearer than the second best; and than what came near when it was marked. */
const CLEARLY = 0.05;
/** How much of what stood around must stand around it, of 2 for both sides. */
const AROUND = 0.8;

/** The stretch of the folded text whose words are the anchor's with a fifth changed at most, and no other's. */
export function reworded(anchor: Anchor, text: Compared, effort: Effort): Stretch | undefined {
  // If there were others with the same words, one of them may have been edited.
  if (anchor.rivals && anchor.rivals.of > 1) return undefined;
  const words = compared(anchor.words).folded;
  const stretch =
    words.length > LONGEST
      ? byItsEnds(words, text, effort)
      : clearlyNear(words, text, effort, anchor.rivals?.near ?? Infinity);
  if (!stretch || likeness(anchor)(text.folded, stretch) < AROUND) return undefined;
  const whole = wholeWords(text.folded, stretch);
  const isShort = words.length <= LONGEST;
  // The words that were made whole may be another sentence's.
  return isShort && editDistance(words, text.folded.slice(...whole), mostErrors(words)) === Infinity
    ? undefined
    : whole;
}

/** What comes nearest to the words, if that is clearly nearer than the second and than `rival`, in characters that are changed. */
function clearlyNear(words: string, text: Compared, effort: Effort, rival: number): Stretch | undefined {
  const [best, second] = nearTo(words, text, effort);
  const margin = Math.max(2, Math.ceil(words.length * CLEARLY));
  const isClear = best && best.errors + margin <= Math.min(second?.errors ?? Infinity, rival);
  return isClear ? best.stretch : undefined;
}

/** A long passage by how it begins and how it ends, about as far from each other as they were. */
function byItsEnds(words: string, text: Compared, effort: Effort): Stretch | undefined {
  const first = clearlyNear(words.slice(0, LONGEST / 2), text, effort, Infinity);
  const last = first && clearlyNear(words.slice(-LONGEST / 2), text, effort, Infinity);
  if (!last) return undefined;
  const length = last[1] - first[0];
  return Math.abs(length - words.length) <= words.length * LONGER ? [first[0], last[1]] : undefined;
}

/** By how much of its length a long passage may have become longer or shorter. */
const LONGER = 0.2;

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
