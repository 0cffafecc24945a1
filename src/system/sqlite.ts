/**
 * The SQLite that is built into Node.js.
 */
import type { DatabaseSync } from "node:sqlite";

export type Database = DatabaseSync;

/** A database in `file`, or in memory; throws `SqliteError` (`sqlite-error.ts`). */
export function openSqlite(file: string, options: { readOnly?: boolean } = {}): Database {
  const { DatabaseSync: Constructor } = quietly(() => process.getBuiltinModule("node:sqlite"));
  // Node.js's defensive mode would keep the index from repairing FTS5's own tables.
  const database = new Constructor(file, { ...options, defensive: false });
  // First of all, because any statement may have to wait for another process.
  database.exec("PRAGMA busy_timeout = 1000");
  return database;
}

/** The number in the header of its file (`PRAGMA user_version`); 0 in a new one. */
export function versionOf(database: Database): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
}

let fullText: boolean | undefined;

/** Whether this Node.js's SQLite has FTS5: the first versions of Node.js 22 lack it. */
export function hasFullText(): boolean {
  if (fullText !== undefined) return fullText;
  const database = openSqlite(":memory:");
  const [row] = arrays<[number]>(database, "SELECT sqlite_compileoption_used('ENABLE_FTS5')");
  database.close();
  fullText = row?.[0] === 1;
  return fullText;
}

/** The rows of a query as arrays: for ten thousand rows, objects would take twice as long. */
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

/** Suppresses the warning of Node.js 22 that its SQLite is experimental. */
function quietly<Value>(load: () => Value): Value {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
