/**
 * What an essay is: the fields that the shelf shows, and where its file lies.
 */

/** Something wrong in a source, with the place where it stands. Lines and columns count from 1. */
export interface Problem {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** The front matter key that it is about. */
  readonly key?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Front matter as it was written: any key, any value. */
export type FrontMatter = Readonly<Record<string, unknown>>;

export interface Essay {
  /** The name that opens it, unique in the library. */
  readonly slug: string;
  readonly title: string;
  /** Where the title comes from; a level-one heading that gave it is not shown twice. */
  readonly titleFrom: "front matter" | "heading" | "file name";
  readonly order?: number;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the precision that was written. */
  readonly date?: string;
  readonly tags: readonly string[];
  readonly description?: string;
  readonly draft: boolean;
  /** Path from the library's folder, parted by `/`. */
  readonly path: string;
  /** Path of the file for the operating system. */
  readonly file: string;
  readonly words: number;
  readonly data: FrontMatter;
  readonly problems: readonly Problem[];
}

/** The essay's source: front matter apart, and the line (from 1) on which its body begins. */
export interface Source {
  readonly data: FrontMatter;
  /** The whole file's text. */
  readonly text: string;
  readonly body: string;
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}
