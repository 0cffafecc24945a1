/**
 * The memory's file as it is used: read, and written a transaction at a time. What can't be written is kept until the end of
 * the process.
 */
import { type Database, isSqliteError } from "../system/sqlite.ts";
import { type MemoryStore, openMemory, withoutFile } from "./store.ts";

export type Value = string | number | null;

export class Kept {
  #store: MemoryStore;

  /** Opens what is remembered in `file`, or begins it; until the end of the process only, if `file` is undefined. */
  constructor(file: string | undefined) {
    this.#store = openMemory(file);
  }

  /** What is the matter with it, in words for the user. */
  get complaint(): string | undefined {
    return this.#store.complaint;
  }

  /** Whether what is written now is there the next time. */
  get isKept(): boolean {
    return this.#store.file !== undefined;
  }

  rows(sql: string, ...values: Value[]): Record<string, unknown>[] {
    return this.#done((database) => database.prepare(sql).all(...values));
  }

  write(sql: string, values: readonly Value[]): void {
    this.#done((database) => database.prepare(sql).run(...values));
  }

  /** Reads and writes in one transaction: nobody writes in between, and a kill leaves all of it or nothing. */
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

/** Unless SQLite has done so itself, as it does when the disk is full. */
function rollBack(database: Database): void {
  try {
    database.exec("ROLLBACK");
  } catch (error) {
    if (!isSqliteError(error)) throw error;
  }
}
