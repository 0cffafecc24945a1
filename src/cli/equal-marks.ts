/**
 * Finds the mark that a note without an id repeats: with its words, its note and its time, on its line if there is one. Each mark is
 * found once.
 */
import type { ReadMark } from "../formats/notes/noted.ts";
import type { Mark } from "../marks/mark.ts";

export class EqualMarks {
  /** Marks that are equal but for their line, and, among them, those of each line; the next one is the last of a list. */
  readonly #lists: ReadonlyMap<string, Mark[]>;

  constructor(marks: readonly Mark[]) {
    // Existing marks before removed ones.
    const sorted = marks.toSorted(
      (a, b) => Number(a.removed !== undefined) - Number(b.removed !== undefined),
    );
    const named = sorted.reverse().flatMap((mark) => {
      const { essay, anchor, note, made } = mark;
      const line = anchor.lines[0];
      return [undefined, made].flatMap((time) =>
        [undefined, line].map((on) => ({ key: keyOf(essay.file, anchor.words, note, time, on), mark })),
      );
    });
    const lists = Map.groupBy(named, ({ key }) => key);
    this.#lists = new Map(Array.from(lists, ([key, own]) => [key, own.map(({ mark }) => mark)]));
  }

  /** The next mark that equals a note of this file, and that `isTaken` does not accept. Whatever it accepts once, it always does. */
  next(file: string, { anchor, note, made }: ReadMark, isTaken: (mark: Mark) => boolean): Mark | undefined {
    const onLine = (line: number | undefined): Mark | undefined => {
      const list = this.#lists.get(keyOf(file, anchor.words, note, made, line)) ?? [];
      while (list.length > 0 && isTaken(list.at(-1)!)) list.pop();
      return list.at(-1);
    };
    const line = anchor.lines?.[0];
    return (line === undefined ? undefined : onLine(line)) ?? onLine(undefined);
  }
}

/** Formats without ids have times in seconds. */
function keyOf(file: string, words: string, note: string | undefined, made?: number, line?: number): string {
  const second = made === undefined ? undefined : Math.floor(made / 1000);
  return JSON.stringify([file, words.trim(), note ?? null, second ?? null, line ?? null]);
}
