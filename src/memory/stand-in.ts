/**
 * Stands in for the memory's file while another process writes it: a copy in memory, in which the program goes on, and a list of what
 * is to be done again in the file.
 *
 *     work ─┬─▶ done in the copy, at once                        what is read comes from the copy
 *           └─▶ list ─ the file is free ─▶ done in the file      where it joins what the other process wrote
 */
import { type Database, isBusy } from "../system/sqlite.ts";
import { copyOf } from "./store.ts";
import { patiently, together, type Work } from "./transaction.ts";

export class StandIn {
  readonly database: Database;
  readonly #works: Work<unknown>[] = [];

  /** Copies the database of the file. Throws `SqliteError`. */
  constructor(file: Database) {
    this.database = together(file, copyOf, "DEFERRED");
  }

  write<Result>(work: Work<Result>): Result {
    const result = together(this.database, work);
    this.#works.push(work);
    return result;
  }

  /** Does in the file what was done here. Returns whether all of it is there; false while another process writes it. */
  isWritten(file: Database, patience: number): boolean {
    for (let work = this.#works[0]; work; work = this.#works[0]) {
      const next = work;
      try {
        patiently(file, patience, () => together(file, next));
      } catch (error) {
        if (isBusy(error)) return false;
        throw error;
      }
      this.#works.shift();
    }
    return true;
  }
}
