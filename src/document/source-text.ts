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
  /** The rest of its line, before and after it. */
  readonly before: string;
  readonly after: string;
}

const WORD = /[\p{L}\p{N}]+/u;
const DEFINITION = /^[\s>]*\[\^([^\]\s]+)\]:/;
const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/;

export class SourceText {
  readonly #lines: readonly string[];
  /** The line, from 1, on which the body begins. */
  readonly bodyLine: number;
  /** Lines without code and comments: they cite nothing and lead nowhere. */
  #bare: string[] | undefined;

  /** The line on which each note is defined first, by its label in lower case. */
  #definitions: Map<string, number> | undefined;

  #places: Map<string, Place[]> | undefined;

  constructor({ text, bodyLine }: Pick<Source, "text" | "bodyLine">) {
    this.#lines = text.split(/\r\n?|\n/);
    this.bodyLine = bodyLine;
  }

  /** The line of the file that is the body's line `line`, both from 1. */
  ofBody(line: number): number {
    return this.bodyLine - 1 + line;
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

  get whole(): string {
    return this.#lines.join("\n");
  }

  get isEmpty(): boolean {
    return this.#lines.every((line) => line.trim() === "");
  }

  /** Whatever matches, in the whole file. */
  matches(pattern: RegExp): { place: Place; found: string }[] {
    return this.#lines.flatMap((line, index) => {
      const place = placesOn(line, index);
      return Array.from(line.matchAll(pattern), (match) => ({ place: place(match.index), found: match[0] }));
    });
  }

  /** Whatever matches in the body, but for code. */
  bareMatches(pattern: RegExp): { place: Place; found: string }[] {
    return this.#bareLines().flatMap((line, index) => {
      const place = placesOn(this.#lines[index]!, index);
      return Array.from(line.matchAll(pattern), (match) => ({ place: place(match.index), found: match[0] }));
    });
  }

  /** Where `sought` stands in the body, but for code. */
  occurrences(sought: string): Occurrence[] {
    // What is empty stands everywhere, and so nowhere.
    if (sought === "") return [];
    return this.#bareLines().flatMap((line, index): Occurrence[] => {
      const found: Occurrence[] = [];
      const original = this.#lines[index]!;
      const place = placesOn(original, index);
      for (let at = line.indexOf(sought); at >= 0; at = line.indexOf(sought, at + sought.length)) {
        found.push({
          place: place(at),
          before: original.slice(0, at),
          after: original.slice(at + sought.length),
        });
      }
      return found;
    });
  }

  /** Where a note is defined: the `nth` time, from 0. */
  definition(label: string, nth: number): Place {
    this.#places ??= this.#definitionPlaces();
    return this.#places.get(label.toLowerCase())?.[nth] ?? { line: this.bodyLine, column: 1 };
  }

  /** Where each note is defined, in order, by its label in lower case. */
  #definitionPlaces(): Map<string, Place[]> {
    const all = new Map<string, Place[]>();
    for (const [index, line] of this.#bareLines().entries()) {
      const label = DEFINITION.exec(line)?.[1]?.toLowerCase();
      if (label === undefined) continue;
      const places = all.get(label) ?? [];
      places.push(placesOn(line, index)(line.indexOf("[^")));
      all.set(label, places);
    }
    return all;
  }

  #bareLines(): string[] {
    this.#bare ??= bare(this.#lines, this.bodyLine - 1);
    return this.#bare;
  }
}

/** The places of offsets in a line, each asked for after those before it: the line is counted through once. */
function placesOn(line: string, index: number): (offset: number) => Place {
  let counted = 0;
  let column = 1;
  return (offset) => {
    for (; counted < offset; column++) counted += (line.codePointAt(counted) ?? 0) > 0xffff ? 2 : 1;
    return { line: index + 1, column };
  };
}

/** Lines with blanks in place of front matter, fenced code, code spans and comments. */
function bare(lines: readonly string[], bodyStart: number): string[] {
  let fence: string | undefined;
  let comment = false;
  return lines.map((line, index) => {
    if (index < bodyStart) return "";
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
      return "";
    }
    if (marker !== undefined) {
      fence = marker;
      return "";
    }
    const parted = withoutComments(line, comment);
    comment = parted.open;
    return parted.line.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, blanks);
  });
}

function withoutComments(line: string, open: boolean): { line: string; open: boolean } {
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
