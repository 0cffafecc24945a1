/**
 * Other spellings of a word: without hyphens, with the apostrophe of a contraction, as a Greek letter or its
 * name.
 */
import { fold } from "../text/fold.ts";
import { otherGreek } from "../text/greek.ts";
import { contractionOf } from "./contractions.ts";
import type { Way } from "./query.ts";
import { joinedWord, type Word, wordsOf } from "./tokens.ts";

/** The spellings of `text` other than `words`. */
export function otherWays(text: string, words: readonly Word[]): Way[] {
  const joined = joinedWord(text);
  const apart = contractionOf(words);
  const letter = otherGreek(fold(text));
  return [
    ...(joined ? [[joined]] : []),
    ...(apart ? [apart] : []),
    ...(letter === undefined ? [] : [wordsOf(letter)]),
  ];
}
