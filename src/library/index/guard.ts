/**
 * Questions to an index that may turn out to be damaged.
 */
import { isSqliteError } from "../../system/sqlite.ts";

/** What is said, with `--debug`, of an index that had to be given up. */
export const DAMAGED = "the index was damaged; it is made anew";

/**
 * Whether an error says that what is in the index can't be believed: SQLite's own, or JSON and compressed text that
 * are not what was put in.
 */
export function isIndexFailure(error: unknown): boolean {
  // zlib's own codes, and Brotli's.
  const isZlibs = error instanceof Error && "code" in error && /^(?:Z_|ERR__)/.test(String(error.code));
  return isSqliteError(error) || error instanceof SyntaxError || isZlibs;
}
