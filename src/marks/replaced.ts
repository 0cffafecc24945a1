/**
 * Whether a short sentence got another word for one of its own: then it says something else.
 *
 *     Write the docs: done.         ─▶  Write the docs: open.          replaced
 *     It will increase the price.   ─▶  It will decrease the price.    replaced: only the endings are alike
 *     It will increase the price.   ─▶  It increases the price.        the same word
 *     We recieve the letters.       ─▶  We receive the letters.        the same word
 *
 * Which words are opposites is not known, and need not be: in a sentence of few words, each says a good part of it.
 */
import { commonBeginning } from "../text/common-beginning.ts";
import { editDistance } from "../text/edit-distance.ts";
import { countOfWords } from "./company.ts";

/** The largest number of words of a short sentence. */
const FEW = 8;
/** The most letters of words that tell little, such as articles and prepositions. */
const LITTLE = 2;
/** The least number of letters, and the least share of the longer word, with which two forms of a word begin alike. */
const STEM = { letters: 3, share: 0.5 };
/** The least number of letters of a word in which a single letter may be a slip. */
const LONG = 5;

const HAN = /^\p{sc=Han}$/u;

/** Reports whether words that are `gone` from some words, and words that were `added`, have no counterparts among each other. */
export function isReplaced(
  words: readonly string[],
  gone: ReadonlySet<string>,
  added: ReadonlySet<string>,
): boolean {
  if (countOfWords(words) > FEW) return false;
  const [old, other] = [tellingOf(gone), tellingOf(added)];
  const hasCounterpart = (word: string, among: readonly string[]): boolean =>
    among.some((one) => isSameWord(word, one));
  return old.some((word) => !hasCounterpart(word, other)) && other.some((word) => !hasCounterpart(word, old));
}

/** The words that say something, in small letters. */
function tellingOf(words: ReadonlySet<string>): string[] {
  return Array.from(words, (word) => word.toLowerCase()).filter(
    (word) => word.length > LITTLE || HAN.test(word),
  );
}

/** Whether two words are forms of one, or differ in a slip. */
function isSameWord(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  const common = commonBeginning(one, other).length;
  if (common >= STEM.letters && common >= longer * STEM.share) return true;
  return common > 0 && longer >= LONG && editDistance(one, other, 1) <= 1;
}
