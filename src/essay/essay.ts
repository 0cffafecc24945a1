/**
 * An essay: the fields that the shelf shows, and where its file is.
 */

/** The rules of `check` that reading an essay reports itself; the others need its document or other files. */
export type ProblemRule = "front-matter" | "field" | "encoding" | "bound" | "unreadable";

/** Something wrong in a source, and its place. Lines and columns count from 1. */
export interface Problem {
  readonly rule: ProblemRule;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** The front matter key concerned. */
  readonly key?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Front matter as it was written: any key, any value. */
export type FrontMatter = Readonly<Record<string, unknown>>;

export interface Essay {
  /** The name by which the user opens it, unique in the library. */
  readonly slug: string;
  readonly title: string;
  /** The title with its formulas set in Unicode; absent if it has none. */
  readonly shownTitle?: string;
  /** Where the title comes from. A level-one heading that is the title is not shown twice. */
  readonly titleFrom: "front matter" | "heading" | "file name";
  readonly order?: number;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as it was written. */
  readonly date?: string;
  readonly tags: readonly string[];
  readonly description?: string;
  /** The description with its formulas set; absent if it has none. */
  readonly shownDescription?: string;
  readonly draft: boolean;
  /** Path from the library's folder, with `/` between its parts. */
  readonly path: string;
  /** Path of the file, for the operating system. */
  readonly file: string;
  readonly words: number;
  readonly data: FrontMatter;
  readonly problems: readonly Problem[];
}

/** The essay's source: its front matter, its body, and the line (from 1) on which the body begins. */
export interface Source {
  readonly data: FrontMatter;
  /** The whole file's text. */
  readonly text: string;
  readonly body: string;
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}
