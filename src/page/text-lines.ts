/**
 * The lines of a text while its pages decide where notes are: beside the text, or under their blocks.
 *
 *     all       text¹  (blank) ¹note  (blank) text² …     each note under its block
 *     shown     text¹  (blank) text² …                    without the notes beside the text
 *
 * A note comes after its mark. So a decision changes only lines after the mark, and these are made again.
 */
import type { Line } from "../layout/line.ts";

export class TextLines {
  /** The lines so far. `fill` adds more. */
  readonly shown: Line[] = [];
  readonly #all: readonly Line[];
  readonly #isBeside: boolean;
  readonly #under = new Set<number>();
  /** For each shown line, the number of lines of the whole text up to it. */
  readonly #used: number[] = [];
  /** The last blank line above a note under a block. It is shown if a line of a note that is under its block follows. */
  #waiting: Line | undefined;

  /** `isBeside` says whether notes are beside the text if the pages do not decide otherwise. */
  constructor(all: readonly Line[], isBeside: boolean) {
    this.#all = all;
    this.#isBeside = isBeside;
  }

  isUnder(note: number): boolean {
    return !this.#isBeside || this.#under.has(note);
  }

  /** Shows lines up to the line `end`, as far as there are any. */
  fill(end: number): void {
    for (let at = this.#used.at(-1) ?? 0; at < this.#all.length && this.shown.length < end; at++)
      this.#add(this.#all[at]!, at + 1);
  }

  /** Puts notes under their blocks, or takes them from there. Their marks are in the shown lines before `end`. */
  decide(end: number, under: readonly number[], beside: readonly number[] = []): void {
    for (const note of under) this.#under.add(note);
    for (const note of beside) this.#under.delete(note);
    this.shown.length = Math.min(this.shown.length, end);
    this.#used.length = this.shown.length;
    this.#waiting = undefined;
  }

  #add(line: Line, used: number): void {
    const { under } = line;
    if (under !== undefined && line.note === undefined) {
      this.#waiting = line;
      return;
    }
    if (under !== undefined && !this.isUnder(under)) return;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    // A blank line below the last note belongs to that note.
    const isWanted = waiting !== undefined && (under !== undefined || this.isUnder(waiting.under!));
    for (const own of isWanted ? [waiting, line] : [line]) {
      this.shown.push(own);
      this.#used.push(own === line ? used : used - 1);
    }
  }
}
