/**
 * On which line of a file something stands. The tree knows the lines of top-level blocks; what lies within them is
 * looked for by its words.
 */

const WORD = /[\p{L}\p{N}]+/u;
const DEFINITION = /^[\s>]*\[\^([^\]\s]+)\]:/;

export class SourceLines {
  readonly #lines: readonly string[];
  /** The line of the file on which the body begins, from 1. */
  readonly #bodyLine: number;
  #definitions: Map<string, number> | undefined;

  constructor(body: string, bodyLine: number) {
    this.#lines = body.split(/\r\n?|\n/);
    this.#bodyLine = bodyLine;
  }

  /** The line of the file that is the body's line `line`, both from 1. */
  ofBody(line: number): number {
    return this.#bodyLine - 1 + line;
  }

  /** The first line from `from` on (before `to`) that holds the first word of `text`; else `from`. */
  holding(text: string, from: number, to: number): number {
    const word = WORD.exec(text)?.[0];
    if (word === undefined) return from;
    const end = Math.min(to, this.#bodyLine + this.#lines.length);
    for (let line = from; line < end; line++)
      if (this.#lines[line - this.#bodyLine]?.includes(word)) return line;
    return from;
  }

  /** The line on which a note is defined; undefined for an inline note. */
  definition(label: string): number | undefined {
    this.#definitions ??= new Map(
      this.#lines
        .flatMap((line, index): [string, number][] => {
          const own = DEFINITION.exec(line)?.[1];
          return own === undefined ? [] : [[own.toLowerCase(), this.#bodyLine + index]];
        })
        .toReversed(),
    );
    return label === "" ? undefined : this.#definitions.get(label.toLowerCase());
  }
}
