/**
 * Opens libraries: with an index, without one, or with a single essay.
 */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { OpenEssay } from "../document/open-essay.ts";
import { hasFullText } from "../system/sqlite.ts";
import { NoFullTextError } from "./errors.ts";
import { indexAsLeft, indexAt } from "./index/at.ts";
import { EssayIndex } from "./index/index.ts";
import type { Opening } from "./essay-files.ts";
import { Library } from "./library.ts";
import type { Searching } from "./library-parts.ts";
import type { Located, Typography } from "./locate.ts";

export interface LibraryOptions {
  /** The folder for indexes; undefined to keep none. */
  readonly cache: string | undefined;
  /**
   * Whether the library must be searchable. Then the index is made in memory if it can't be kept in a file; otherwise the
   * files are read without an index, which is faster.
   */
  readonly toSearch?: boolean;
  /** For how long a question waits for another process that writes the index, in milliseconds. */
  readonly patience?: number;
  /** Whether this Node.js supports full-text search. */
  readonly fullText?: boolean;
  /** The module that opens files, if it is loaded already. */
  readonly opening?: Opening;
  /** The module that searches, if it is loaded already. */
  readonly searching?: Searching;
}

/** The library in a folder or a file. Nothing is read until it is needed. Throws `NoFullTextError`. */
export function libraryAt(located: Located, options: LibraryOptions): Library {
  const { root } = located;
  const { cache, toSearch = false, opening, searching, patience } = options;
  // Asked last, because the answer loads SQLite.
  const hasIt = (): boolean => options.fullText ?? hasFullText();
  if (toSearch && !hasIt()) throw new NoFullTextError();
  const mayBeKept = cache !== undefined && !isFile(root) && hasIt();
  if (!mayBeKept && !toSearch) return new Library(located, undefined, { opening });
  const index = indexAt(root, cache, patience);
  return index.isKept || toSearch
    ? new Library(located, index, { opening, searching })
    : new Library(located, undefined, { complaint: index.complaint, opening });
}

/** A library with a single essay: from standard input, or from a file that lies in no library. */
export function libraryOf(
  open: OpenEssay,
  { typography, opening }: { typography?: Typography | undefined; opening?: Opening } = {},
): Library {
  const root = dirname(open.essay.file);
  const library = new Library({ root, source: "command line", typography }, undefined, { opening });
  const { essay } = open;
  // A file may change while it is read; text from a pipe does not.
  if (essay.file === essay.path) library.hold(open);
  else library.include(essay);
  return library;
}

/** A library without essays, in place of one that can't be opened. Nothing is read. */
export function emptyLibrary(located: Located): Library {
  return new Library(located, hasFullText() ? new EssayIndex(undefined, located.root) : undefined);
}

/** A library as its index describes it, perhaps out of date; undefined if there is no index. */
export function libraryAsLeft(located: Located, cache: string | undefined): Library | undefined {
  if (cache === undefined || isFile(located.root) || !hasFullText()) return undefined;
  const index = indexAsLeft(located.root, cache);
  return index && new Library(located, index);
}

function isFile(path: string): boolean {
  return statSync(path).isFile();
}
