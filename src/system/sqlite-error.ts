/**
 * What an error says about a database: whether to wait, to do without its file, to build it again, or to mend ibid. This is the
 * only place that knows SQLite's result codes (sqlite.org/rescode.html).
 */

/** An error of SQLite, with its extended result code. */
export interface SqliteError extends Error {
  readonly errcode: number;
}

/** A stored value that can't be read. */
export class DamageError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "DamageError";
  }
}

/**
 * `busy`: another process is using the database, so the question can be asked again. `environment`: the disk, the memory or the
 * permissions. `damage`: what is stored can't be trusted. `bug`: any other error, such as that of a wrong statement.
 */
export type ErrorKind = "busy" | "environment" | "damage" | "bug";

const KINDS: ReadonlyMap<number, ErrorKind> = new Map([
  // SQLITE_BUSY and LOCKED.
  ...[5, 6].map((code) => [code, "busy"] as const),
  // SQLITE_PERM, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL, NOLFS and AUTH.
  ...[3, 7, 8, 9, 10, 13, 14, 15, 22, 23].map((code) => [code, "environment"] as const),
  // SQLITE_CORRUPT and NOTADB.
  ...[11, 26].map((code) => [code, "damage"] as const),
]);

/** The kind of an error that was thrown while a database was used; what does not come from SQLite is a bug. */
export function kindOf(error: unknown): ErrorKind {
  if (error instanceof DamageError) return "damage";
  if (!isSqliteError(error)) return "bug";
  // SQLite's functions of JSON have no code of their own for a stored text that is none.
  if (error.message === "malformed JSON") return "damage";
  return KINDS.get(error.errcode & 0xff) ?? "bug";
}

/**
 * Whether an error at the opening of a file lies in what the file contains: it is damaged, incomplete, or was not made by ibid.
 * ibid's first statements fail on a foreign file as wrong statements do.
 */
export function isForeign(error: unknown): boolean {
  return isSqliteError(error) && ["damage", "bug"].includes(kindOf(error));
}

/** SQLITE_READONLY_DBMOVED: the file was deleted or replaced since it was opened. */
export function isReplaced(error: unknown): boolean {
  return isSqliteError(error) && error.errcode === 1032;
}

export function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && "code" in error && error.code === "ERR_SQLITE_ERROR";
}

/** What `read` makes of stored text or bytes. Throws `DamageError` if these are no JSON, or not what zlib has packed. */
export function stored<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    // zlib's own codes, Brotli's and Zstandard's.
    const isZlibs =
      error instanceof Error && "code" in error && /^(?:Z_|ERR__|ZSTD_)/.test(String(error.code));
    throw isZlibs || error instanceof SyntaxError ? new DamageError(error) : error;
  }
}
