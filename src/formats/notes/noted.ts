/**
 * What the formats of notes are made of, and what their readers make of a file.
 */
import type { Essay } from "../../essay/essay.ts";
import type { Anchor, Mark } from "../../marks/mark.ts";

/** A mark, and where it stands now. */
export interface Noted {
  readonly mark: Mark;
  /** `there` on its words, `reworded` on words that were edited, `orphan` where they are gone. */
  readonly state: "there" | "reworded" | "orphan";
  /** The words as they are now; those that were marked, for an orphan. */
  readonly words: string;
  /** The lines of the file, from 1, on which it stands now; on which it stood, for an orphan. */
  readonly lines: readonly [first: number, last: number];
  readonly heading: string | undefined;
}

/** An essay and what the reader marked in it, in the order of the text. */
export interface NotedEssay {
  readonly slug: string;
  readonly title: string;
  /** For the operating system, as the marks have it. */
  readonly file: string;
  /** From the library's folder; the file, where the essay is in none. */
  readonly path: string;
  /** Its address on the web, if it says so. */
  readonly address: string | undefined;
  /** Its fields; absent where the file is gone. */
  readonly essay: Essay | undefined;
  readonly notes: readonly Noted[];
}

/** What a file says of a mark. */
export interface ReadMark {
  /** Absent where the format has none. */
  readonly id?: string;
  /** Whatever the file knows of the essay. */
  readonly essay: {
    readonly file?: string;
    readonly path?: string;
    readonly slug?: string;
    readonly title?: string;
  };
  /** Whole where ibid wrote it. */
  readonly anchor: Partial<Anchor> & Pick<Anchor, "words">;
  readonly note: string | undefined;
  readonly made: number | undefined;
  readonly changed: number | undefined;
  readonly extra: Readonly<Record<string, unknown>>;
}

/** A file that is not in the format that it should be, in words for the user. */
export class NotesFileError extends Error {}

/** A link back to a note: the path of the file, and the line. */
export function placeOf({ path }: Pick<NotedEssay, "path">, { lines }: Pick<Noted, "lines">): string {
  return `${path}#L${lines[0]}`;
}

/** Words on one line. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Percent-decoded, or as it is where that is impossible. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A string, if it is one. */
export function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Fields but those of these names. */
export function without(fields: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** What another program wrote of a mark in `format`. */
export function extraOf({ extra }: Pick<Mark, "extra">, format: string): Fields {
  const own = extra[format];
  return isFields(own) ? own : {};
}

/** As `extra` of a mark, nothing if there is nothing. */
export function asExtra(format: string, fields: Fields): Fields {
  return Object.keys(fields).length === 0 ? {} : { [format]: fields };
}
