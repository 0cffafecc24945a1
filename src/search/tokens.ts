/**
 * What a search takes for a word.
 *
 * A run of letters and digits is one token. In scripts that do not part words by blanks each character is one, and words are
 * found as characters side by side:
 *
 *     "Ship it"  →  ship it              世界史  →  世 界 史
 *
 * (Pairs of characters find as much, and take twice the room: FTS5 keeps each with its own list of essays.)
 */
import { fold } from "../text/fold.ts";

/** Scripts whose words are found by their parts: those without blanks between words, and Korean. */
const UNPARTED =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc]";
/** What words are made of: letters, digits, and the marks that belong to them. */
const LETTER = "[\\p{L}\\p{N}\\p{M}]";

/** Above the scripts with blanks, but for punctuation: much faster to look for. */
const PERHAPS_UNPARTED = /[\u0e00-\u1fff\u2e80-\uffff]/;
const HAS_UNPARTED = new RegExp(UNPARTED, "u");
const TOKEN_RUNS = new RegExp(`${UNPARTED}+|(?:(?!${UNPARTED})${LETTER})+`, "gu");
const UNPARTED_RUNS = new RegExp(`${UNPARTED}+`, "gu");

/** A word of a query, folded; `unparted` if it is found by its parts. */
export interface Word {
  readonly text: string;
  readonly unparted: boolean;
}

/** The words in a piece of a query, folded, in their order. */
export function wordsOf(text: string): Word[] {
  return (fold(text).match(TOKEN_RUNS) ?? []).map((run) => ({ text: run, unparted: HAS_UNPARTED.test(run) }));
}

/** Text as the index is given it: folded, runs without blanks cut into characters. */
export function indexText(text: string): string {
  const folded = fold(text);
  return PERHAPS_UNPARTED.test(folded) && HAS_UNPARTED.test(folded)
    ? folded.replace(UNPARTED_RUNS, (run) => ` ${Array.from(run).join(" ")} `)
    : folded;
}

/** The index's tokens for words that stand side by side. */
export function indexTokens(words: readonly Word[]): string[] {
  return words.flatMap(({ text, unparted }) => (unparted ? Array.from(text) : [text]));
}

/**
 * An expression that finds words side by side in folded text, as the index does: whole words, whatever stands
 * between them; the last one as a prefix if `prefix` says so.
 */
export function phrasePattern(words: readonly Word[], prefix: boolean): string {
  const parted = `(?:(?!${UNPARTED})${LETTER})`;
  const parts = words.map(({ text, unparted }, index) => {
    if (unparted) return text;
    const isOpen = prefix && index === words.length - 1;
    return `(?<!${parted})${text}${isOpen ? `${parted}*` : `(?!${parted})`}`;
  });
  return parts.join(`(?:(?!${LETTER})[^\\ue000])*`);
}
