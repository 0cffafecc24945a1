/**
 * Finds a passage whose words were edited.
 */
import { type Effort, LONGEST, mostErrors, type Near, nearTo } from "./approximate.ts";
import { editDistance } from "../text/edit-distance.ts";
import {
  type Company,
  companyOf,
  extended,
  isWord,
  outerWords,
  sentenceEnds,
  sentenceOf,
  SIDES,
} from "./company.ts";
import { compared, type Stretch } from "./compared.ts";
import { isTold } from "./evidence.ts";
import { likeness } from "./likeness.ts";
import type { Anchor } from "./mark.ts";
import type { Present } from "./present.ts";
import { isWithin, type Splits, splitsOf } from "./occurrences.ts";

/** The least share of the characters by which the best match must be nearer than the second, and than the nearest rival. */
const CLEARLY = 0.05;
/** The least likeness of the context: 0 to 2, 1 for each side. */
const AROUND = 1;
/**
 * The least number of unedited characters for which less context is enough, and the number that each change takes away from them, if
 * nothing else in the old or the new text comes near.
 */
const ITS_OWN = 32;
const SPOILS = 4;
/** The least difference of likeness to the second match. */
const APART = 0.4;

/**
 * Returns the stretch of the folded text with the anchor's words, at most a fifth of them changed, if it
 * is clearly the right one: in the old paragraph, or between its old neighbours. A match that overlaps `except` does not count.
 */
export function reworded(
  anchor: Anchor,
  present: Present,
  effort: Effort,
  except?: Stretch,
): Stretch | undefined {
  const { folded } = present;
  // If other places had the same words, one of them may be the edited one.
  const { of = 1, elsewhere = 0 } = anchor.rivals ?? {};
  if (of + elsewhere > 1) return undefined;
  const words = compared(anchor.words).folded;
  const near =
    words.length > LONGEST
      ? byItsEnds(words, folded, effort)
      : clearlyNear(words, folded, effort, anchor.rivals?.near ?? Infinity, except);
  if (!near) return undefined;
  const { stretch, errors, second } = near;
  const like = likeness(anchor);
  const around = like(folded, stretch);
  // If two come near, both may be edited: the nearer one must have the context, and the other must not.
  if (second && around - like(folded, second.stretch) < APART) return undefined;
  const isItsOwn = anchor.rivals && !second && words.length - errors * SPOILS >= ITS_OWN;
  if (!isItsOwn && around < AROUND) return undefined;
  const found = wholeWords(folded, withoutSigns(folded, stretch, words), splitsOf(anchor));
  const own = companyOf(anchor);
  const whole = own ? wholeSentence(found, words, own, present) : found;
  // The same author writes similar sentences elsewhere.
  const isHere = own ? isTold(own, present.companyOf(whole)) : around >= AROUND;
  if (!isHere || (own && !hasItsLabel(anchor, whole, present))) return undefined;
  const isShort = words.length <= LONGEST;
  // The words at the ends may belong to another sentence.
  return isShort && editDistance(words, folded.slice(...whole), mostErrors(words)) === Infinity
    ? undefined
    : whole;
}

/**
 * A match with the ends of its sentence, on each side on which the passage had the end of its own and the match has another last word: the
 * nearest match of `in a hurry.` ends within `in a great hurry.`, and may begin with the last word of the sentence before. It stays as it is if
 * nothing that ends so is near enough.
 */
function wholeSentence(match: Stretch, words: string, own: Company, present: Present): Stretch {
  const was = outerWords(words);
  let stretch = match;
  for (const side of SIDES) {
    const isTheSameWord = was[side] === outerWords(present.folded.slice(...stretch))[side];
    const wentToItsEnd = !sentenceOf(own[side]).some(isWord);
    if (wentToItsEnd && !isTheSameWord)
      stretch = nearest(endings(stretch, side, present), words, present, stretch);
  }
  return stretch;
}

/** The stretches that end, on a side, at the end of the last sentence in a stretch, or at an end within it. */
function endings(stretch: Stretch, side: 0 | 1, present: Present): Stretch[] {
  const [start, end] = stretch;
  const missing = present.companyOf(stretch)[side].sentence;
  const longer = extended(present.folded, stretch, side === 0 ? [missing, 0] : [0, missing]);
  const within = sentenceEnds(present.folded, stretch).filter((at) => at > start && at < end);
  // The end of a sentence is behind its blank.
  return [...within.map((at): Stretch => (side === 0 ? [at, end] : [start, at - 1])), longer];
}

/** The stretch whose text is nearest to the words; another one if none is near. */
function nearest(all: readonly Stretch[], words: string, { folded }: Present, other: Stretch): Stretch {
  let best = other;
  let least = mostErrors(words);
  for (const one of all) {
    const errors = editDistance(words, folded.slice(...one), least);
    if (errors > least) continue;
    [best, least] = [one, errors - 1];
  }
  return best;
}

/** Whether a place is about the same as the passage; also if nothing has the old label any more. */
function hasItsLabel({ label }: Anchor, [start]: Stretch, present: Present): boolean {
  return !present.knows(label) || present.hasLabel(start, label);
}

/** A match, and the next after it, if there is one. */
interface Nearest extends Near {
  readonly second?: Near | undefined;
}

/** The nearest match, if it is clearly nearer than the second and than `rival`, a number of changed characters. */
function clearlyNear(
  words: string,
  folded: string,
  effort: Effort,
  rival: number,
  [from, to]: Stretch = [0, 0],
): Nearest | undefined {
  const near = nearTo(words, { folded }, effort);
  const [best, second] = near.filter(({ stretch: [start, end] }) => start >= to || end <= from);
  const margin = Math.max(2, Math.ceil(words.length * CLEARLY));
  const isClear = best && best.errors + margin <= Math.min(second?.errors ?? Infinity, rival);
  return isClear ? { ...best, second } : undefined;
}

/** Finds a long passage by its first and last 200 characters, if their distance is about the same. */
function byItsEnds(words: string, folded: string, effort: Effort): Nearest | undefined {
  const first = clearlyNear(words.slice(0, LONGEST / 2), folded, effort, Infinity);
  const last = first && clearlyNear(words.slice(-LONGEST / 2), folded, effort, Infinity);
  if (!last) return undefined;
  const stretch: Stretch = [first.stretch[0], last.stretch[1]];
  const changed = Math.abs(stretch[1] - stretch[0] - words.length);
  return changed <= words.length * LONGER
    ? { stretch, errors: first.errors + last.errors + changed }
    : undefined;
}

/** The largest share by which the length of a long passage may change. */
const LONGER = 0.2;

/** A stretch without the signs and blanks at its beginning that end the sentence before it: those with which the words do not begin. */
function withoutSigns(text: string, [start, end]: Stretch, words: string): Stretch {
  let from = start;
  while (from < end && !LETTER.test(text[from]!) && text[from] !== words[0]) from++;
  return [from, end];
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** The largest number of letters that are added to complete a word; none are added in scripts without blanks. */
const OF_A_WORD = 16;

/** Removes blanks at the ends of a stretch, and completes the words that it splits where the passage split none. */
function wholeWords(text: string, [start, end]: Stretch, splits: Splits): Stretch {
  let [from, to] = [start, end];
  while (from < to && text[from] === " ") from++;
  while (to > from && text[to - 1] === " ") to--;
  const [before, after] = splits.map((isSplit) => (isSplit ? 0 : OF_A_WORD)) as [number, number];
  let [first, last] = [from, to];
  while (isWithin(text, first) && from - first < before) first--;
  while (isWithin(text, last) && last - to < after) last++;
  return [isWithin(text, first) ? from : first, isWithin(text, last) ? to : last];
}
