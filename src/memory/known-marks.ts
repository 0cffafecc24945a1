/**
 * All marks as stored, read once, for work on many of them: each question and each change then takes the same time, however many
 * marks an essay has. Whoever uses it does so in one transaction (`Memory.atOnce`), in which no one else changes a mark.
 */
import type { Mark } from "../marks/mark.ts";
import type { Marks } from "./marks.ts";
import { asOne, passageKey } from "./twins.ts";

export class KnownMarks {
  readonly #marks: Marks;
  readonly #byId = new Map<string, Mark>();
  /** The marks on each passage, by their ids. */
  readonly #byPassage = new Map<string, Map<string, Mark>>();

  constructor(marks: Marks, all = marks.everything()) {
    this.#marks = marks;
    for (const mark of all) this.#keep(mark);
  }

  /** As `Marks.stored`. */
  stored(id: string): Mark | undefined {
    return this.#byId.get(id);
  }

  /** As `Marks.get`. */
  get(id: string): Mark | undefined {
    const own = this.#byId.get(id);
    if (!own || own.removed !== undefined) return own;
    return asOne(this.#twinsOf(own));
  }

  /** As `Marks.put`. */
  put(mark: Mark): Mark {
    return this.#keep(this.#marks.put(mark));
  }

  /** As `Marks.restore`. */
  restore(id: string, at: number): void {
    const own = this.#byId.get(id);
    if (!own) return;
    for (const mark of this.#marks.changeAll(this.#twinsOf(own), { removed: undefined }, at))
      this.#keep(mark);
  }

  /** The marks on the passage of a mark that are there as it is, or were removed with it. */
  #twinsOf(own: Mark): Mark[] {
    const twins = this.#byPassage.get(passageKey(own)) ?? new Map<string, Mark>();
    return Array.from(twins.values()).filter(({ removed }) => removed === own.removed);
  }

  #keep(mark: Mark): Mark {
    const before = this.#byId.get(mark.id);
    if (before) this.#byPassage.get(passageKey(before))?.delete(mark.id);
    this.#byId.set(mark.id, mark);
    const key = passageKey(mark);
    const twins = this.#byPassage.get(key) ?? new Map<string, Mark>();
    this.#byPassage.set(key, twins.set(mark.id, mark));
    return mark;
  }
}
