/**
 * Where what the reader remembers is kept, and what is done when that place is damaged, newer, full or not to be
 * written.
 */
import { existsSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import type { SQLOutputValue } from "node:sqlite";
import { makeFolder } from "../system/make-folder.ts";
import { systemReason } from "../system/reason.ts";
import { MIGRATIONS, TABLES, VERSION } from "./migrations.ts";
import { type Database, isDamage, isSqliteError, openSqlite } from "../system/sqlite.ts";

export interface MemoryStore {
  readonly database: Database;
  /** Its file; undefined where it is in memory only. */
  readonly file: string | undefined;
  readonly complaint: string | undefined;
}

/** No ibid will write so high a version: it is a damaged one. */
const IMPLAUSIBLE = 1_000;

/** Opens what is in `file`, or begins it. Never throws. */
export function openMemory(file: string | undefined): MemoryStore {
  if (file === undefined) return inMemory(undefined);
  try {
    makeFolder(dirname(file));
    return opened(file) ?? afresh(file);
  } catch (error) {
    if (!isSqliteError(error) && !(error instanceof Error && "code" in error)) throw error;
    const reason = isSqliteError(error) ? error.message : systemReason(error);
    return inMemory(`${file}: what you read can't be remembered there (${reason})`);
  }
}

/** All that is known, in memory from now on: what comes can't be written. */
export function withoutFile({ database, file, complaint }: MemoryStore, reason: string): MemoryStore {
  if (file === undefined) throw new Error(reason);
  database.close();
  const store = inMemory(complaint ?? `${file}: what you read can't be remembered there (${reason})`);
  try {
    const known = openSqlite(file, { readOnly: true });
    for (const table of TABLES) if (hasTable(known, table)) copy(known, store.database, table);
    known.close();
  } catch (error) {
    if (!isSqliteError(error)) throw error;
  }
  return store;
}

/** Whether there is a table: an older file does not have all of them. */
function hasTable(database: Database, table: string): boolean {
  return database.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").get(table) !== undefined;
}

function copy(from: Database, to: Database, table: string): void {
  for (const row of from.prepare(`SELECT * FROM ${table}`).all()) insert(to, table, row);
}

/** How many rows that adds: one, or none where it is there already. */
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

/** The database in `file`; undefined if it is damaged. */
function opened(file: string): MemoryStore | undefined {
  const database = openSqlite(file);
  try {
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
    // A page that can't be read is found now, and not when one has read for an hour.
    if (isWhole(database)) return { database, file, complaint: undefined };
    database.close();
    return undefined;
  } catch (error) {
    database.close();
    if (isDamage(error)) return undefined;
    throw error;
  }
}

/** Whether SQLite finds its structure sound, and the tables are those that are asked. */
function isWhole(database: Database): boolean {
  for (const table of TABLES) database.prepare(`SELECT * FROM ${table} LIMIT 1`).get();
  return Object.values(database.prepare("PRAGMA quick_check(1)").get() ?? {})[0] === "ok";
}

/** Why the steps can't be taken now: the file is another process's, or not to be written. Throws what is damage. */
function notMigrated(database: Database): string | undefined {
  try {
    migrate(database);
    return undefined;
  } catch (error) {
    if (!isSqliteError(error) || isDamage(error)) throw error;
    return error.message;
  }
}

/** Takes the steps that were not taken yet, all or none; another process may have only just taken them. */
function migrate(database: Database): void {
  database.exec("BEGIN IMMEDIATE");
  for (const { sql } of MIGRATIONS.slice(versionOf(database))) database.exec(sql);
  database.exec(`PRAGMA user_version = ${VERSION}`);
  database.exec("COMMIT");
}

function versionOf(database: Database): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
}

/** Puts a damaged file aside, under a name that nothing has, and saves what can be read of it into a new one. */
function afresh(file: string): MemoryStore {
  let aside = `${file}.damaged`;
  for (let nth = 2; existsSync(aside); nth++) aside = `${file}.damaged-${nth}`;
  renameSync(file, aside);
  for (const rest of ["-journal", "-wal"]) if (existsSync(file + rest)) renameSync(file + rest, aside + rest);
  const store = opened(file) ?? inMemory(undefined);
  const saved = salvage(aside, store.database);
  const what =
    saved === 0 ? "nothing could be read of it" : `${saved} of its entries could be read, and are kept`;
  const complaint = `${file}: what was remembered there is damaged; ${what}; the old file is ${aside}`;
  return { ...store, complaint };
}

/** Copies every row that a damaged database still gives; how many there were. */
function salvage(file: string, to: Database): number {
  let saved = 0;
  try {
    const from = openSqlite(file, { readOnly: true });
    // What lies behind the damage is reached from the other end.
    for (const table of TABLES)
      for (const order of ["ASC", "DESC"]) saved += rowsSaved(from, to, table, order);
    from.close();
  } catch (error) {
    if (!isSqliteError(error)) throw error;
  }
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
