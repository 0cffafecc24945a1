/**
 * The memory's file, and the handling of files that are damaged, newer, full or read-only.
 */
import { existsSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import type { SQLOutputValue } from "node:sqlite";
import { makeFolder } from "../system/make-folder.ts";
import { systemReason } from "../system/reason.ts";
import { MIGRATIONS, TABLES, VERSION } from "./migrations.ts";
import { type Database, openSqlite, versionOf } from "../system/sqlite.ts";
import { isForeign, isSqliteError } from "../system/sqlite-error.ts";

export interface MemoryStore {
  readonly database: Database;
  /** Its file; undefined if it is in memory only. */
  readonly file: string | undefined;
  readonly complaint: string | undefined;
}

/** A version that no ibid writes: the file is damaged. */
const IMPLAUSIBLE = 1_000;

/** Opens `file`, or creates it; waits `patience` milliseconds for other processes. Never throws. */
export function openMemory(file: string | undefined, patience: number): MemoryStore {
  if (file === undefined) return inMemory(undefined);
  try {
    makeFolder(dirname(file));
    return opened(file, patience) ?? afresh(file, patience);
  } catch (error) {
    if (!isSqliteError(error) && !(error instanceof Error && "code" in error)) throw error;
    const reason = isSqliteError(error) ? error.message : systemReason(error);
    return inMemory(complaintOf(file, reason));
  }
}

/** Copies what can be read into memory, because the file can't be used any more. */
export function withoutFile(store: MemoryStore, reason: string): MemoryStore {
  const { database } = inMemory(undefined);
  salvage(store.database, database);
  return unkept(store, database, reason);
}

/** Goes on in another database, which is in memory. */
export function unkept(
  { database: before, file, complaint }: MemoryStore,
  database: Database,
  reason: string,
): MemoryStore {
  before.close();
  return { database, file: undefined, complaint: complaint ?? complaintOf(file ?? "", reason) };
}

function complaintOf(file: string, reason: string): string {
  return `${file}: what you read can't be remembered there (${reason})`;
}

/** A copy in memory of all that a database holds. Throws `SqliteError`. */
export function copyOf(known: Database): Database {
  const { database } = inMemory(undefined);
  for (const table of TABLES) copy(known, database, table);
  return database;
}

function copy(from: Database, to: Database, table: string): void {
  for (const row of from.prepare(`SELECT * FROM ${table}`).all()) insert(to, table, row);
}

/** Inserts a row; returns the number of added rows, 0 if it exists. */
function insert(to: Database, table: string, row: Record<string, SQLOutputValue>, or = ""): number {
  const columns = Object.keys(row);
  const marks = columns.map(() => "?").join(", ");
  const statement = to.prepare(`INSERT ${or} INTO ${table} (${columns.join(", ")}) VALUES (${marks})`);
  return Number(statement.run(...Object.values(row)).changes);
}

function inMemory(complaint: string | undefined): MemoryStore {
  const database = openSqlite(":memory:");
  migrate(database);
  return { database, file: undefined, complaint };
}

/** Opens the database in `file`; returns undefined if it is damaged. */
function opened(file: string, patience: number): MemoryStore | undefined {
  const database = openSqlite(file);
  try {
    // A large import would keep other processes from reading long before its end.
    database.exec(`PRAGMA busy_timeout = ${patience}; PRAGMA cache_spill = OFF`);
    const version = versionOf(database);
    if (version > IMPLAUSIBLE) {
      database.close();
      return undefined;
    }
    if (version > VERSION) {
      database.close();
      return inMemory(`${file}: what is remembered there was written by a newer ibid, and is left alone`);
    }
    const why = version < VERSION ? notMigrated(database) : undefined;
    if (why !== undefined) return withoutFile({ database, file, complaint: undefined }, why);
    // This finds an unreadable page now, and not after an hour of reading.
    if (isWhole(database)) return { database, file, complaint: undefined };
    database.close();
    return undefined;
  } catch (error) {
    database.close();
    if (isForeign(error)) return undefined;
    throw error;
  }
}

/** Whether SQLite finds the structure sound, and all tables exist. */
function isWhole(database: Database): boolean {
  for (const table of TABLES) database.prepare(`SELECT * FROM ${table} LIMIT 1`).get();
  return Object.values(database.prepare("PRAGMA quick_check(1)").get() ?? {})[0] === "ok";
}

/** Takes the missing steps; returns the reason if the file is locked or read-only. Throws errors that mean damage. */
function notMigrated(database: Database): string | undefined {
  try {
    migrate(database);
    return undefined;
  } catch (error) {
    if (!isSqliteError(error) || isForeign(error)) throw error;
    return error.message;
  }
}

/** Takes the missing steps, all or none, unless another process has just taken them. */
function migrate(database: Database): void {
  database.exec("BEGIN IMMEDIATE");
  for (const { sql } of MIGRATIONS.slice(versionOf(database))) database.exec(sql);
  database.exec(`PRAGMA user_version = ${VERSION}`);
  database.exec("COMMIT");
}

/** Renames a damaged file to an unused name, and copies the readable rows into a new one. */
function afresh(file: string, patience: number): MemoryStore {
  let aside = `${file}.damaged`;
  for (let nth = 2; existsSync(aside); nth++) aside = `${file}.damaged-${nth}`;
  renameSync(file, aside);
  for (const rest of ["-journal", "-wal"]) if (existsSync(file + rest)) renameSync(file + rest, aside + rest);
  const store = opened(file, patience) ?? inMemory(undefined);
  const saved = salvaged(aside, store.database);
  const what =
    saved === 0 ? "nothing in it could be read" : `${saved} of its entries could be read, and are kept`;
  const complaint = `${file}: what was remembered there is damaged; ${what}; the old file is ${aside}`;
  return { ...store, complaint };
}

/** Copies the readable rows of a damaged file; returns their number. */
function salvaged(file: string, to: Database): number {
  try {
    const from = openSqlite(file, { readOnly: true });
    const saved = salvage(from, to);
    from.close();
    return saved;
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return 0;
  }
}

/** Copies the readable rows of a database; returns their number. */
function salvage(from: Database, to: Database): number {
  let saved = 0;
  // Rows after the damage are read backwards from the end.
  for (const table of TABLES) for (const order of ["ASC", "DESC"]) saved += rowsSaved(from, to, table, order);
  return saved;
}

function rowsSaved(from: Database, to: Database, table: string, order: string): number {
  let saved = 0;
  try {
    for (const row of from.prepare(`SELECT * FROM ${table} ORDER BY rowid ${order}`).iterate())
      saved += insert(to, table, row, "OR IGNORE");
  } catch (error) {
    if (!isSqliteError(error)) throw error;
  }
  return saved;
}
