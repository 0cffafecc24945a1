/**
 * Opens libraries: with an index, without one, and of one essay.
 */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { OpenEssay } from "../document/open-essay.ts";
import { hasFullText } from "../system/sqlite.ts";
import { NoFullTextError } from "./errors.ts";
import { indexAsLeft, indexAt } from "./index/at.ts";
import type { Opening } from "./essay-files.ts";
import { Library } from "./library.ts";
import type { Located } from "./locate.ts";

export interface LibraryOptions {
  /** The folder in which indexes are kept; undefined if none is to be kept. */
  readonly cache: string | undefined;
  /**
   * Whether there must be an index, to search by: where it can't be kept in a file it is then made in memory. Else the
   * files are read without one there, which is faster.
   */
  readonly toSearch?: boolean;
  /** Whether this Node.js has what an index needs. */
  readonly fullText?: boolean;
  /** What opens its files, if it is loaded already. */
  readonly opening?: Opening;
}

/** The library in a folder or a file; nothing is read before it is asked for. Throws `NoFullTextError`. */
export function libraryAt(located: Located, options: LibraryOptions): Library {
  const { root } = located;
  const { cache, toSearch = false, opening } = options;
  // Asked last: to answer, SQLite is loaded.
  const hasIt = (): boolean => options.fullText ?? hasFullText();
  if (toSearch && !hasIt()) throw new NoFullTextError();
  const mayBeKept = cache !== undefined && !isFile(root) && hasIt();
  if (!mayBeKept && !toSearch) return new Library(located, undefined, { opening });
  const index = indexAt(root, cache);
  return index.isKept || toSearch
    ? new Library(located, index, { opening })
    : new Library(located, undefined, { complaint: index.complaint, opening });
}

/** A library of one essay that is in no file, such as what came on standard input. */
export function libraryOf(open: OpenEssay): Library {
  const root = dirname(open.essay.file);
  const library = new Library({ root, source: "command line" }, undefined);
  library.hold(open);
  return library;
}

/** A library as its index was left, perhaps out of date; undefined if none was. */
export function libraryAsLeft(located: Located, cache: string | undefined): Library | undefined {
  if (cache === undefined || isFile(located.root) || !hasFullText()) return undefined;
  const index = indexAsLeft(located.root, cache);
  return index && new Library(located, index);
}

function isFile(path: string): boolean {
  return statSync(path).isFile();
}
