/**
 * The index as a library asks it. One that turns out to be damaged is replaced by an empty one in memory; the library must then be
 * read again.
 */
import { NoIndexError } from "./errors.ts";
import { isIndexFailure } from "./index/guard.ts";
import type { EssayIndex } from "./index/index.ts";

export class GuardedIndex {
  /** The index itself, to bring it up to date; undefined if the library has none. */
  readonly own: EssayIndex | undefined;
  readonly #onDamage: () => void;

  constructor(own: EssayIndex | undefined, onDamage: () => void) {
    this.own = own;
    this.#onDamage = onDamage;
  }

  /** The answer of the index; `otherwise` if there is none, or if it turns out to be damaged. */
  ask<Answer>(question: (index: EssayIndex) => Answer, otherwise: Answer): Answer {
    return this.own ? this.must(question, otherwise) : otherwise;
  }

  /** As `ask`, but throws `NoIndexError` if there is no index. */
  must<Answer>(question: (index: EssayIndex) => Answer, otherwise: Answer): Answer {
    if (!this.own) throw new NoIndexError();
    try {
      return question(this.own);
    } catch (error) {
      if (!isIndexFailure(error)) throw error;
      this.own.toMemory(undefined);
      this.#onDamage();
      return otherwise;
    }
  }
}
