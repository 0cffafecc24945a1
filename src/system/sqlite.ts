/**
 * SQLite, as Node.js has it built in.
 */
import type { DatabaseSync } from "node:sqlite";

export type Database = DatabaseSync;

/** Why SQLite can't do what it was asked, by its result codes (sqlite.org/rescode.html). */
export interface SqliteError extends Error {
  readonly errcode: number;
}

/** A database in `file`, or in memory; throws `SqliteError`. */
export function openSqlite(file: string, options: { readOnly?: boolean } = {}): Database {
  const { DatabaseSync: Constructor } = quietly(() => process.getBuiltinModule("node:sqlite"));
  const database = new Constructor(file, options);
  // Before anything else: every statement may meet another process.
  database.exec("PRAGMA busy_timeout = 1000");
  return database;
}

let fullText: boolean | undefined;

/** Whether this Node.js's SQLite has FTS5: the first versions of 22 have not. */
export function hasFullText(): boolean {
  if (fullText !== undefined) return fullText;
  const database = openSqlite(":memory:");
  const [row] = arrays<[number]>(database, "SELECT sqlite_compileoption_used('ENABLE_FTS5')");
  database.close();
  fullText = row?.[0] === 1;
  return fullText;
}

/** The rows of a query as arrays: for ten thousand of them, objects take as long again. */
export function arrays<Row extends readonly unknown[]>(
  database: Database,
  sql: string,
  ...parameters: string[]
): Row[] {
  const statement = database.prepare(sql);
  // Node.js has it since 22.16.
  statement.setReturnArrays?.(true);
  const rows = statement.all(...parameters) as unknown[];
  return (Array.isArray(rows[0]) ? rows : rows.map((row) => Object.values(row as object))) as Row[];
}

/** Node.js 22 warns, on standard error, that its SQLite is young. */
function quietly<Value>(load: () => Value): Value {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}

export function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && "code" in error && error.code === "ERR_SQLITE_ERROR";
}

/**
 * What lies in the circumstances: SQLITE_PERM, BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL, NOLFS
 * and AUTH.
 */
const CIRCUMSTANCES = new Set([3, 5, 6, 7, 8, 9, 10, 13, 14, 15, 22, 23]);

/** Any other: what is in the file is no database, no whole one, or none that ibid made. */
export function isDamage(error: unknown): boolean {
  return isSqliteError(error) && !CIRCUMSTANCES.has(error.errcode & 0xff);
}

/** SQLITE_BUSY, SQLITE_LOCKED: another process has it. */
export function isBusy(error: unknown): boolean {
  return isSqliteError(error) && [5, 6].includes(error.errcode & 0xff);
}
