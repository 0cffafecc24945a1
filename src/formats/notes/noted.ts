/**
 * The input of the formats of notes, and the output of their readers.
 */
import type { Essay } from "../../essay/essay.ts";
import type { Anchor, Mark } from "../../marks/mark.ts";

/** A mark and its present place. */
export interface Noted {
  readonly mark: Mark;
  /** `there` on its words, `reworded` on words that were edited, `orphan` if they are gone. */
  readonly state: "there" | "reworded" | "orphan";
  /** Whether the words of an orphan are in the text, but it is not certain which occurrence was marked. */
  readonly isUncertain?: true;
  /** The index of the top-level block with the words; for an orphan, of the old one. */
  readonly block: number;
  /** The present words; for an orphan, the marked ones. */
  readonly words: string;
  /** The present lines of the file, from 1; for an orphan, the old ones, and undefined if it was never found. */
  readonly lines: readonly [first: number, last: number] | undefined;
  readonly heading: string | undefined;
}

/** An essay and the user's marks in it, in the order of the text. */
export interface NotedEssay {
  readonly slug: string;
  readonly title: string;
  /** The path for the operating system, as in the marks. */
  readonly file: string;
  /** The path from the library's folder; the name alone if the essay is in no library. */
  readonly path: string;
  /** Its address on the web, if its front matter has one. */
  readonly address: string | undefined;
  /** Its fields; undefined if the file is gone. */
  readonly essay: Essay | undefined;
  readonly notes: readonly Noted[];
}

/** A mark as read from a file. */
export interface ReadMark {
  /** Absent if the format has none. */
  readonly id?: string;
  /** The names of the essay in the file. */
  readonly essay: {
    readonly file?: string;
    readonly path?: string;
    readonly slug?: string;
    readonly title?: string;
    /** An address on the web, with its scheme. */
    readonly address?: string;
  };
  /** Complete if ibid wrote it. */
  readonly anchor: Partial<Anchor> & Pick<Anchor, "words">;
  readonly note: string | undefined;
  readonly made: number | undefined;
  readonly changed: number | undefined;
  readonly extra: Readonly<Record<string, unknown>>;
}

export interface ReadNotes {
  readonly marks: readonly ReadMark[];
  /** The notes that quote no words of an essay, each by its place in the file and its text. */
  readonly wordless: readonly string[];
  /** The dates that are none, each with its place. Their marks are among `marks`, without a date. */
  readonly undated: readonly string[];
}

/** A file is not in a format of notes; the message is for the user. */
export class NotesFileError extends Error {}

/** A link back to a note: the path of the file, and the line, if it is known. */
export function sourceAddress({ path }: Pick<NotedEssay, "path">, { lines }: Pick<Noted, "lines">): string {
  return lines ? `${path}#L${lines[0]}` : path;
}

/** Words on one line. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
