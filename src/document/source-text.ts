/**
 * Where in a file something stands. The tree knows the lines of top-level blocks; what lies within them is looked for in
 * the text, by its words.
 */
import type { Source } from "../essay/essay.ts";

/** Line and column from 1; a column is a character, as editors count them. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Occurrence {
  readonly place: Place;
  /** What stands before and after it on its line, as far as that is near. */
  readonly before: string;
  readonly after: string;
}

/** How often, at most, the text is looked through for what is not there. */
const IN_VAIN = 20;
/** So much is near, in UTF-16 code units. */
const AROUND = 200;

/** A text that stands behind one of these signs. */
export interface Sought {
  readonly text: string;
  readonly behind: readonly string[];
}

const WORD = /[\p{L}\p{N}]+/u;
const DEFINITION = /^[\s>]*\[\^([^\]\s]+)\]:/;
const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/;

export class SourceText {
  /** All of it, line feeds between its lines. */
  readonly whole: string;
  /** The line, from 1, on which the body begins. */
  readonly bodyLine: number;
  readonly #lines: readonly string[];
  /** Where each line begins. */
  #starts: number[] | undefined;
  /** The whole with blanks in place of front matter, code and comments: they cite nothing and lead nowhere. */
  #bare: string | undefined;
  /** The line on which each note is defined first, by its label in lower case. */
  #definitions: Map<string, number> | undefined;
  #places: Map<string, Place[]> | undefined;

  constructor({ text, bodyLine }: Pick<Source, "text" | "bodyLine">) {
    this.whole = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    this.#lines = this.whole.split("\n");
    this.bodyLine = bodyLine;
  }

  /** The line of the file that is the body's line `line`, both from 1. */
  ofBody(line: number): number {
    return this.bodyLine - 1 + line;
  }

  /** A line by its number, from 1; empty where there is none. */
  line(number: number): string {
    return this.#lines[number - 1] ?? "";
  }

  /** The first line from `from` on (before `to`) that holds the first word of `words`; else `from`. From 1. */
  holding(words: string, from: number, to: number): number {
    const word = WORD.exec(words)?.[0];
    if (word === undefined) return from;
    const end = Math.min(to, this.#lines.length + 1);
    for (let line = from; line < end; line++) if (this.#lines[line - 1]?.includes(word)) return line;
    return from;
  }

  /** The line, from 1, on which a note is defined; undefined for an inline note. */
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

  /** Whatever matches a pattern for all of it, in the whole file. */
  matches(pattern: RegExp): { place: Place; found: string }[] {
    const place = this.#placesOf();
    return Array.from(this.whole.matchAll(pattern), (match) => ({
      place: place(match.index),
      found: match[0],
    }));
  }

  /** Whatever matches a pattern for all of it, in the body but for code. */
  *bareMatches(pattern: RegExp): Generator<Occurrence & { readonly found: string }> {
    if (this.whole.search(pattern) < 0) return;
    const place = this.#placesOf();
    for (const { 0: found, index } of this.#bareText().matchAll(pattern))
      yield { found, ...this.#occurrence(index, found.length, place) };
  }

  /**
   * Where each of these stands in the body, each behind the one before it where it is there, else from the beginning; undefined
   * for what is nowhere, or is sought for too long.
   */
  inOrder(sought: readonly Sought[]): (Place | undefined)[] {
    const from = (this.#starts ??= startsOf(this.#lines))[this.bodyLine - 1] ?? 0;
    let patience = IN_VAIN * this.whole.length;
    let at = from;
    const offsets = sought.map(({ text, behind }) => {
      if (text === "" || patience < 0) return undefined;
      const nearest = (start: number): number => {
        let found = this.whole.indexOf(text, start);
        const isBehind = (sign: string): boolean => this.whole.startsWith(sign, found - sign.length);
        while (found >= 0 && !behind.some(isBehind)) found = this.whole.indexOf(text, found + 1);
        if (found < 0) patience -= this.whole.length;
        return found;
      };
      const ahead = nearest(at);
      const found = ahead >= 0 ? ahead : nearest(from);
      if (found >= 0) at = found + text.length;
      return found < 0 ? undefined : found;
    });
    const place = this.#placesOf();
    const places = new Map(
      [...new Set(offsets.filter((offset) => offset !== undefined))]
        .sort((a, b) => a - b)
        .map((offset) => [offset, place(offset)]),
    );
    return offsets.map((offset) => (offset === undefined ? undefined : places.get(offset)));
  }

  /** Where `sought` stands in the body, but for code. */
  occurrences(sought: string): Occurrence[] {
    const found: Occurrence[] = [];
    // What is empty stands everywhere, and so nowhere.
    if (sought === "") return found;
    const place = this.#placesOf();
    const text = this.#bareText();
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length))
      found.push(this.#occurrence(at, sought.length, place));
    return found;
  }

  /** What stands around is cut: nobody asks for more, and a line may be as long as the file. */
  #occurrence(at: number, length: number, place: (offset: number) => Place): Occurrence {
    const { whole } = this;
    const before = whole.slice(Math.max(0, at - AROUND), at);
    const after = whole.slice(at + length, at + length + AROUND);
    return {
      place: place(at),
      before: before.slice(before.lastIndexOf("\n") + 1),
      after: after.split("\n", 1)[0]!,
    };
  }

  /** Where a note is defined: the `nth` time, from 0. */
  definition(label: string, nth: number): Place {
    this.#places ??= this.#definitionPlaces();
    return this.#places.get(label.toLowerCase())?.[nth] ?? { line: this.bodyLine, column: 1 };
  }

  /** Where each note is defined, in order, by its label in lower case. */
  #definitionPlaces(): Map<string, Place[]> {
    const all = new Map<string, Place[]>();
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

  #bareText(): string {
    return (this.#bare ??= bare(this.#lines, this.bodyLine - 1).join("\n"));
  }

  /** The places of offsets, each asked for after those before it: the text is counted through once. */
  #placesOf(): (offset: number) => Place {
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

function startsOf(lines: readonly string[]): number[] {
  let start = 0;
  return lines.map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}

/** Lines, as long as they were, with blanks in place of front matter, fenced code, code spans and comments. */
function bare(lines: readonly string[], bodyStart: number): string[] {
  let fence: string | undefined;
  let comment = false;
  return lines.map((line, index) => {
    if (index < bodyStart) return blanks(line);
    const marker = comment ? undefined : FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (
        marker?.startsWith(fence) &&
        line
          .trim()
          .replace(/^[>\s]+/, "")
          .replace(/[`~]/g, "") === ""
      )
        fence = undefined;
      return blanks(line);
    }
    if (marker !== undefined) {
      fence = marker;
      return blanks(line);
    }
    const parted = withoutComments(line, comment);
    comment = parted.open;
    return withoutCode(parted.line);
  });
}

/** A line with blanks in place of code: what stands between two runs of as many backticks (CommonMark 6.1). */
function withoutCode(line: string): string {
  if (!line.includes("`")) return line;
  const runs = Array.from(line.matchAll(/(?<!`)`+/g), ({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }));
  /** For each run, which one of as many backticks comes next. */
  const closing = runs.map((): number | undefined => undefined);
  const next = new Map<number, number>();
  for (const [nth, { start, end }] of [...runs.entries()].toReversed()) {
    closing[nth] = next.get(end - start);
    next.set(end - start, nth);
  }
  let kept = "";
  let at = 0;
  for (let nth = 0; nth < runs.length; nth++) {
    const close = closing[nth];
    if (close === undefined) continue;
    const { start } = runs[nth]!;
    const { end } = runs[close]!;
    kept += line.slice(at, start) + blanks(line.slice(start, end));
    at = end;
    nth = close;
  }
  return kept + line.slice(at);
}

function withoutComments(line: string, open: boolean): { line: string; open: boolean } {
  if (!open && !line.includes("<!--")) return { line, open };
  let inside = open;
  let kept = "";
  for (const part of line.split(/(<!--|-->)/)) {
    if (part === "<!--") inside = true;
    kept += inside ? blanks(part) : part;
    if (part === "-->") inside = false;
  }
  return { line: kept, open: inside };
}

function blanks(text: string): string {
  return " ".repeat(text.length);
}
