/**
 * Finds the lines of words, one after the other, as parts of a text are read. A search begins where the last one ended, because many
 * parts may stand on one line, and searches in vain are limited, because any number of words may be written as entities.
 */
import { indexIn } from "../text/index-in.ts";
import type { SourceText } from "./source-text.ts";

const WORD = /[\p{L}\p{N}]+/u;

/** How often the length of the text may be searched. */
const PATIENCE = 16;

export class WordLines {
  readonly #source: SourceText;
  /** The most code units that may still be searched. */
  #patience: number;
  /** The offset at which the last word was found. */
  #last = 0;

  constructor(source: SourceText) {
    this.#source = source;
    this.#patience = PATIENCE * source.whole.length;
  }

  /** The first line at or after `from` and before `to` that contains the first word of `words`, or `from`. Lines count from 1. */
  holding(words: string, from: number, to: number): number {
    const word = WORD.exec(words)?.[0];
    if (word === undefined || this.#patience < 0) return from;
    const [start, end] = [this.#source.offsetOf(from), this.#source.offsetOf(to)];
    const isOnLine = this.#last > start && this.#last < this.#source.offsetOf(from + 1);
    const begin = isOnLine ? this.#last : start;
    let found = this.#within(word, begin, end);
    if (found < 0 && isOnLine) found = this.#within(word, start, begin + word.length);
    if (found < 0) return from;
    this.#last = found;
    return this.#source.lineAt(found);
  }

  /** The offset of a word between two offsets; -1 if it is not there. */
  #within(word: string, start: number, end: number): number {
    const found = indexIn(this.#source.whole.slice(start, end), word);
    this.#patience -= found < 0 ? end - start : found;
    return found < 0 ? -1 : start + found;
  }
}
