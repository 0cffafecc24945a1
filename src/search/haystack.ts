/**
 * Joins many short texts into one, so that all of them are searched for a word at once:
 *
 *     how to ship⏎shipping is hard⏎going places⏎
 *     0           1                2              one pass finds `ship` in 0 and 1
 *
 * Scores are raised in an array with a place for each text; they are the same as `scoreWord` gives one by one.
 */
import { isLetterCode } from "../text/letters.ts";
import {
  abbreviationEnd,
  contiguousScore,
  GAPPED_LENGTH,
  gappedScore,
  initialsScore,
  isBoundary,
} from "./score.ts";

export class Haystack {
  readonly #text: string;
  /** Where each text begins; one more entry gives the end. */
  readonly #starts: Uint32Array;
  #initials: Haystack | undefined;

  /** Texts in which there is no line feed. */
  constructor(texts: readonly string[]) {
    this.#text = `${texts.join("\n")}\n`;
    this.#starts = new Uint32Array(texts.length + 1);
    texts.forEach((text, nth) => (this.#starts[nth + 1] = this.#starts[nth]! + text.length + 1));
  }

  /** Raises the score of each text that contains `word`. */
  contiguous(word: string, weight: number, scores: Float32Array): void {
    const code = (at: number): number => this.#text.charCodeAt(at);
    this.#each(word, (nth, at, offset) => {
      const begins = isBoundary(code(at), code(at - 1));
      const ends = isBoundary(code(at + word.length - 1), code(at + word.length));
      const score = contiguousScore(begins, ends, offset, weight);
      if (score > scores[nth]!) scores[nth] = score;
      return begins && ends;
    });
  }

  /** Raises the score of each text whose words have the letters of `word` as initials. */
  initials(word: string, weight: number, scores: Float32Array): void {
    const initials = (this.#initials ??= new Haystack(this.#firstLetters()));
    initials.#each(word, (nth, _, first) => {
      scores[nth] = Math.max(scores[nth]!, initialsScore(first, weight));
      return true;
    });
  }

  /** Gives a score to each text without one in which a word has the letters of `word`, the first of them at its beginning. */
  abbreviated(word: string, weight: number, scores: Float32Array): void {
    const first = word.charCodeAt(0);
    for (let nth = 0; nth < scores.length; nth++) {
      if (scores[nth]! > 0) continue;
      const last = this.#starts[nth + 1]! - word.length;
      for (let at = this.#starts[nth]!; at < last; at++) {
        if (this.#text.charCodeAt(at) !== first || this.#isLetter(at - 1)) continue;
        const end = abbreviationEnd(word, this.#text, at);
        if (end !== undefined)
          scores[nth] = Math.max(scores[nth]!, gappedScore(word.length, end - at, 1) * weight);
      }
    }
  }

  /** Gives a score to each text without one that contains the letters of `word` in order. */
  gapped(word: string, weight: number, scores: Float32Array): void {
    const first = word.charCodeAt(0);
    for (let nth = 0; nth < scores.length; nth++) {
      if (scores[nth]! > 0) continue;
      const start = this.#starts[nth]!;
      const end = this.#starts[nth + 1]! - 1;
      let at = start;
      while (at < end && this.#text.charCodeAt(at) !== first) at++;
      if (end - at < word.length) continue;
      scores[nth] = this.#gappedIn(word, at, end) * weight;
    }
  }

  /** Raises the score of each text that contains the whole query, more if it is at the beginning. */
  whole(query: string, inside: number, atStart: number, scores: Float32Array): void {
    this.#each(query, (nth, _, offset) => {
      scores[nth]! += offset === 0 ? atStart : inside;
      return true;
    });
  }

  /** The length of a text. */
  length(nth: number): number {
    return this.#starts[nth + 1]! - this.#starts[nth]! - 1;
  }

  #gappedIn(word: string, from: number, end: number): number {
    let letter = 0;
    let at = from;
    for (; at < end && letter < word.length; at++)
      if (this.#text.charCodeAt(at) === word.charCodeAt(letter)) letter++;
    if (letter < word.length) return 0;
    // Backwards from the end of the first stretch that contains all letters: this finds the
    // shortest stretch with that end.
    let starts = 0;
    let back = at;
    while (letter > 0) {
      back--;
      if (this.#text.charCodeAt(back) !== word.charCodeAt(letter - 1)) continue;
      letter--;
      if (this.#isLetter(back) && !this.#isLetter(back - 1)) starts++;
    }
    const stretch = at - back;
    return stretch > word.length * GAPPED_LENGTH ? 0 : gappedScore(word.length, stretch, starts);
  }

  /** Calls `found` for each occurrence, with the text, the place and the offset in the text, until it says enough of this text. */
  #each(word: string, found: (nth: number, at: number, offset: number) => boolean): void {
    let nth = 0;
    for (let at = this.#text.indexOf(word); at >= 0;) {
      while (this.#starts[nth + 1]! <= at) nth++;
      const isEnough = found(nth, at, at - this.#starts[nth]!);
      at = this.#text.indexOf(word, isEnough ? this.#starts[nth + 1] : at + 1);
    }
  }

  #firstLetters(): string[] {
    return Array.from({ length: this.#starts.length - 1 }, (_, nth) => {
      let letters = "";
      for (let at = this.#starts[nth]!; at < this.#starts[nth + 1]! - 1; at++)
        if (this.#isLetter(at) && !this.#isLetter(at - 1)) letters += this.#text[at]!;
      return letters;
    });
  }

  /** Line feeds separate the texts, so that none of them begins within a word. */
  #isLetter(at: number): boolean {
    return at >= 0 && at < this.#text.length && isLetterCode(this.#text.charCodeAt(at));
  }
}
