/**
 * Marks essays as read or not read on the shelf, and undoes this: each change is stored with the earlier
 * state.
 */
import type { Essay } from "../essay/essay.ts";
import { titleLabel } from "../essay/title-label.ts";
import { isolated } from "../layout/direction.ts";
import { keyOf } from "../memory/key.ts";
import type { Memory, Remembered } from "../memory/memory.ts";
import type { EffectOf, Message } from "./messages.ts";

/** Essays that were marked together, each with its earlier state. */
type MarkChange = readonly { readonly essay: Essay; readonly before: Remembered | undefined }[];

export class ShelfMarks {
  readonly #memory: Memory;
  readonly #now: () => number;
  readonly #done: MarkChange[] = [];

  /** `now` returns the present time in milliseconds of Unix time. */
  constructor(memory: Memory, now: () => number) {
    this.#memory = memory;
    this.#now = now;
  }

  mark({ essays, state }: EffectOf<"mark">, send: (message: Message) => void): void {
    this.#done.push(essays.map((essay) => ({ essay, before: this.#memory.of(keyOf(essay)) })));
    for (const essay of essays) {
      this.#memory.mark(keyOf(essay), state, this.#now());
      this.#memory.texts.note(essay, "");
      send({ kind: "read", path: essay.path, reading: { state, percent: state === "yes" ? 100 : 0 } });
    }
  }

  /** Undoes the last change. An essay that was read further since then also returns to its state before the change. */
  undo(send: (message: Message) => void): void {
    const last = this.#done.pop();
    if (!last) return send({ kind: "said", message: "nothing to undo" });
    for (const { essay, before } of last) {
      this.#memory.putBack(keyOf(essay), before, this.#now());
      const { state, percent } = before ?? { state: "no", percent: 0 };
      send({ kind: "read", path: essay.path, reading: { state, percent } });
    }
    const what =
      last.length > 1 ? `${last.length} essays are` : `“${isolated(titleLabel(last[0]!.essay))}” is`;
    send({ kind: "said", message: `${what} marked as before` });
  }
}
