/**
 * The index as a library asks it. One that can't answer, because it is damaged or another process keeps it busy, is replaced by an
 * empty one in memory; the library must then be read again.
 */
import { NoIndexError } from "./errors.ts";
import { unkeptBecause } from "./index/guard.ts";
import type { EssayIndex } from "./index/index.ts";

export class GuardedIndex {
  /** The index itself, to bring it up to date; undefined if the library has none. */
  readonly own: EssayIndex | undefined;
  readonly #onLoss: () => void;

  constructor(own: EssayIndex | undefined, onLoss: () => void) {
    this.own = own;
    this.#onLoss = onLoss;
  }

  /** The answer of the index; `otherwise` if there is none, or if it can't answer. */
  ask<Answer>(question: (index: EssayIndex) => Answer, otherwise: Answer): Answer {
    return this.own ? this.must(question, otherwise) : otherwise;
  }

  /** As `ask`, but throws `NoIndexError` if there is no index. */
  must<Answer>(question: (index: EssayIndex) => Answer, otherwise: Answer): Answer {
    if (!this.own) throw new NoIndexError();
    try {
      return question(this.own);
    } catch (error) {
      this.own.toMemory(unkeptBecause(error, this.own.database));
      this.#onLoss();
      return otherwise;
    }
  }
}
