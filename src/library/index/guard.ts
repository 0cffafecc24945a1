/**
 * Detects that an index is damaged while it is in use.
 */
import { isSqliteError } from "../../system/sqlite.ts";

/** What `--debug` shows about an index that had to be deleted. */
export const DAMAGED = "the index was damaged; it is being rebuilt";

/**
 * Whether an error means that the index's content can't be trusted: an error of SQLite, or
 * invalid JSON or compressed text.
 */
export function isIndexFailure(error: unknown): boolean {
  // zlib's own codes, and Brotli's.
  const isZlibs = error instanceof Error && "code" in error && /^(?:Z_|ERR__)/.test(String(error.code));
  return isSqliteError(error) || error instanceof SyntaxError || isZlibs;
}
