/**
 * Access to the memory's file: each write is a transaction. Data that can't be written is kept until the process ends.
 */
import { type Database, isSqliteError } from "../system/sqlite.ts";
import { type MemoryStore, openMemory, withoutFile } from "./store.ts";

export type Value = string | number | null;

export class Kept {
  #store: MemoryStore;

  /** Opens `file`, or creates it; if it is undefined, data is kept until the process ends. */
  constructor(file: string | undefined) {
    this.#store = openMemory(file);
  }

  /** The message about a problem with the file; undefined if there is none. */
  get complaint(): string | undefined {
    return this.#store.complaint;
  }

  /** Whether data outlives the process. */
  get isKept(): boolean {
    return this.#store.file !== undefined;
  }

  rows(sql: string, ...values: Value[]): Record<string, unknown>[] {
    return this.#done((database) => database.prepare(sql).all(...values));
  }

  write(sql: string, values: readonly Value[]): void {
    this.#done((database) => database.prepare(sql).run(...values));
  }

  /** Reads and writes in one transaction: no other process writes in between, and a kill leaves all of it or nothing. */
  together<Result>(work: (database: Database) => Result): Result {
    return this.#done((database) => {
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = work(database);
        database.exec("COMMIT");
        return result;
      } catch (error) {
        rollBack(database);
        throw error;
      }
    });
  }

  close(): void {
    this.#store.database.close();
  }

  #done<Result>(work: (database: Database) => Result): Result {
    try {
      return work(this.#store.database);
    } catch (error) {
      if (!isSqliteError(error)) throw error;
      this.#store = withoutFile(this.#store, error.message);
      return work(this.#store.database);
    }
  }
}

/** Rolls back, unless SQLite has done so itself, as it does when the disk is full. */
function rollBack(database: Database): void {
  try {
    database.exec("ROLLBACK");
  } catch (error) {
    if (!isSqliteError(error)) throw error;
  }
}
