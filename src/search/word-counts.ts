/**
 * How often each word of a query is in what is shown.
 */
export class WordCounts {
  readonly #counts = new Map<number, number>();

  /** The number of words, each counted once. */
  get size(): number {
    return this.#counts.size;
  }

  /** Whether a word is there at least so many times. */
  has(word: number, times = 1): boolean {
    return (this.#counts.get(word) ?? 0) >= times;
  }

  /** Returns whether the word was not there before. */
  add(word: number): boolean {
    const times = this.#counts.get(word) ?? 0;
    this.#counts.set(word, times + 1);
    return times === 0;
  }

  /** Returns whether the word is not there any more. */
  remove(word: number): boolean {
    const times = this.#counts.get(word) ?? 0;
    if (times > 1) this.#counts.set(word, times - 1);
    else this.#counts.delete(word);
    return times === 1;
  }
}
