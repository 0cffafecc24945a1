/**
 * Counting words, and from them the minutes that an essay takes.
 */

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Brysbaert (2019) puts silent reading of English non-fiction at 238 words a minute. */
const WORDS_A_MINUTE = 238;
/** Characters of Chinese or Japanese that pass for one word of English: about 1.6. */
const IDEOGRAPHS_A_WORD = 1.6;

/** Words in `text`; where words are not parted by blanks (Chinese, Japanese), as many as its characters make. */
export function countWords(text: string): number {
  let ideographs = 0;
  const parted = text.replace(IDEOGRAPH, () => {
    ideographs += 1;
    return " ";
  });
  return (parted.match(WORD)?.length ?? 0) + Math.round(ideographs / IDEOGRAPHS_A_WORD);
}

/** Whole minutes that so many words take to read, at least one. */
export function minutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
