/**
 * Replaces the memory's file while another process writes it: a copy in memory, on which the program
 * continues, and a list of work to repeat in the file.
 *     work ─┬─▶ done in the copy immediately                     reads come from the copy
 *           └─▶ list ─ the file is free ─▶ done in the file      and merged with the other process's changes
 */
import type { Database } from "../system/sqlite.ts";
import { kindOf } from "../system/sqlite-error.ts";
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

  /** Repeats the work in the file. Returns whether all of it is done; false while another process writes the file. */
  isWritten(file: Database, patience: number): boolean {
    for (let work = this.#works[0]; work; work = this.#works[0]) {
      const next = work;
      try {
        patiently(file, patience, () => together(file, next));
      } catch (error) {
        if (kindOf(error) === "busy") return false;
        throw error;
      }
      this.#works.shift();
    }
    return true;
  }
}
