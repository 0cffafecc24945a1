/**
 * Finds places in a file. The tree knows the lines of top-level blocks; places within them are found in
 * the text by their words.
 */
import type { Source } from "../essay/essay.ts";
import { bareText } from "./bare-text.ts";
import { firstIndex } from "../text/bisect.ts";
import { indexIn } from "../text/index-in.ts";

/** Line and column from 1; a column is a character, as editors count them. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

export interface Occurrence {
  readonly place: SourcePlace;
  /** The text around it on its line, up to a limit. */
  readonly before: string;
  readonly after: string;
}

/** The length of the text around a place, in UTF-16 code units. */
const AROUND = 200;

const DEFINITION = /^[\s>]*\[\^([^\]\s]+)\]:/;

export class SourceText {
  /** The whole text, with line feeds between its lines. */
  readonly whole: string;
  /** The line, from 1, on which the body begins. */
  readonly bodyLine: number;
  readonly #lines: readonly string[];
  /** The offset of each line. */
  #starts: number[] | undefined;
  /** The whole text with blanks in place of front matter, code and comments, which contain no citations and links. */
  #bare: string | undefined;
  #openComment: number | undefined;
  /** The line of each note's first definition, by its label in lower case. */
  #definitions: Map<string, number> | undefined;
  #places: Map<string, SourcePlace[]> | undefined;

  constructor({ text, bodyLine }: Pick<Source, "text" | "bodyLine">) {
    this.whole = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    this.#lines = this.whole.split("\n");
    this.bodyLine = bodyLine;
  }

  /** The file's line for the body's line `line`, both from 1. */
  ofBody(line: number): number {
    return this.bodyLine - 1 + line;
  }

  /** A line by its number, from 1; empty if there is none. */
  line(number: number): string {
    return this.#lines[number - 1] ?? "";
  }

  /** The line, from 1, of a note's definition; undefined for an inline note. */
  definitionLine(label: string): number | undefined {
    if (label === "") return undefined;
    this.#definitions ??= new Map(
      this.#lines
        .flatMap((line, index): [string, number][] => {
          const own = DEFINITION.exec(line)?.[1];
          return own === undefined ? [] : [[own.toLowerCase(), index + 1]];
        })
        .toReversed(),
    );
    return this.#definitions.get(label.toLowerCase());
  }

  get isEmpty(): boolean {
    return this.whole.trim() === "";
  }

  /** Every match of a global pattern in the whole file. */
  matches(pattern: RegExp): { place: SourcePlace; found: string }[] {
    const place = this.#placesOf();
    return Array.from(this.whole.matchAll(pattern), (match) => ({
      place: place(match.index),
      found: match[0],
    }));
  }

  /** Every match of a global pattern in the body, except in code and after a backslash (CommonMark 2.4). */
  *bareMatches(pattern: RegExp): Generator<Occurrence & { readonly found: string }> {
    if (this.whole.search(pattern) < 0) return;
    const place = this.#placesOf();
    const bare = this.#bareText();
    for (const { 0: found, index } of bare.matchAll(pattern))
      if (!isEscaped(bare, index)) yield { found, ...this.#occurrence(index, found.length, place) };
  }

  /** The offset at which a line begins, from 1; the length of the text for lines after it. */
  offsetOf(line: number): number {
    return (this.#starts ??= startsOf(this.#lines))[line - 1] ?? this.whole.length;
  }

  /** The line, from 1, that contains an offset. */
  lineAt(offset: number): number {
    return firstIndex((this.#starts ??= startsOf(this.#lines)), (start) => start > offset);
  }

  /** The places of offsets, by offset. */
  places(offsets: readonly number[]): ReadonlyMap<number, SourcePlace> {
    const place = this.#placesOf();
    const ascending = [...new Set(offsets)].sort((a, b) => a - b);
    return new Map(ascending.map((offset) => [offset, place(offset)]));
  }

  /** The places of `sought` in the body, except in code. */
  occurrences(sought: string): Occurrence[] {
    const found: Occurrence[] = [];
    // An empty text would occur everywhere.
    if (sought === "") return found;
    const place = this.#placesOf();
    const text = this.#bareText();
    for (let at = indexIn(text, sought); at >= 0; at = indexIn(text, sought, at + sought.length))
      found.push(this.#occurrence(at, sought.length, place));
    return found;
  }

  /** The text around it is cut, because a line may be as long as the file. */
  #occurrence(at: number, length: number, place: (offset: number) => SourcePlace): Occurrence {
    const { whole } = this;
    const before = whole.slice(Math.max(0, at - AROUND), at);
    const after = whole.slice(at + length, at + length + AROUND);
    return {
      place: place(at),
      before: before.slice(before.lastIndexOf("\n") + 1),
      after: after.split("\n", 1)[0]!,
    };
  }

  /** The place of a note's definition number `nth`, from 0. */
  definition(label: string, nth: number): SourcePlace {
    this.#places ??= this.#definitionPlaces();
    return this.#places.get(label.toLowerCase())?.[nth] ?? { line: this.bodyLine, column: 1 };
  }

  /** The places of each note's definitions, in order, by its label in lower case. */
  #definitionPlaces(): Map<string, SourcePlace[]> {
    const all = new Map<string, SourcePlace[]>();
    const place = this.#placesOf();
    let start = 0;
    for (const line of this.#bareText().split("\n")) {
      const label = DEFINITION.exec(line)?.[1]?.toLowerCase();
      if (label !== undefined) {
        const places = all.get(label) ?? [];
        places.push(place(start + line.indexOf("[^")));
        all.set(label, places);
      }
      start += line.length + 1;
    }
    return all;
  }

  /** The place of a comment that begins a line and never ends; undefined if there is none. */
  get openComment(): SourcePlace | undefined {
    this.#bareText();
    const line = this.#openComment;
    const before = line === undefined ? undefined : /^[ \t>]{0,9}(?=<!--)/.exec(this.#lines[line]!)?.[0];
    return line === undefined || before === undefined
      ? undefined
      : { line: line + 1, column: before.length + 1 };
  }

  #bareText(): string {
    if (this.#bare !== undefined) return this.#bare;
    const { lines, openComment } = bareText(this.#lines, this.bodyLine - 1);
    this.#openComment = openComment;
    return (this.#bare = lines.join("\n"));
  }

  /** Converts offsets, which must ascend, to places in one pass over the text. */
  #placesOf(): (offset: number) => SourcePlace {
    const starts = (this.#starts ??= startsOf(this.#lines));
    let index = 0;
    let counted = 0;
    let column = 1;
    return (offset) => {
      while (index + 1 < starts.length && starts[index + 1]! <= offset) index++;
      if (counted < starts[index]!) [counted, column] = [starts[index]!, 1];
      for (; counted < offset; column++) counted += (this.whole.codePointAt(counted) ?? 0) > 0xffff ? 2 : 1;
      return { line: index + 1, column };
    };
  }
}

/** Whether an odd number of backslashes, of at most 100, is before an offset. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (at - start < 100 && text[start - 1] === "\\") start--;
  return (at - start) % 2 === 1;
}

function startsOf(lines: readonly string[]): number[] {
  let start = 0;
  return lines.map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}
