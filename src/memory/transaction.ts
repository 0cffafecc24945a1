/**
 * Transactions on the memory's database, and how long they wait for other processes.
 */
import type { Database } from "../system/sqlite.ts";
import { isSqliteError } from "../system/sqlite-error.ts";

/** The work of a transaction. */
export type Work<Result> = (database: Database) => Result;

/**
 * Does work in one transaction, so that no other process writes in between, and a kill leaves all of it or nothing. `DEFERRED` is
 * enough for work that only reads.
 */
export function together<Result>(
  database: Database,
  work: Work<Result>,
  kind: "IMMEDIATE" | "DEFERRED" = "IMMEDIATE",
): Result {
  database.exec(`BEGIN ${kind}`);
  try {
    const result = work(database);
    database.exec("COMMIT");
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Lets statements wait for other processes for a number of milliseconds before they fail as busy. */
export function patiently<Result>(database: Database, milliseconds: number, act: () => Result): Result {
  database.exec(`PRAGMA busy_timeout = ${milliseconds}`);
  return act();
}

/** Rolls back, unless SQLite has done so itself, as it does when the disk is full. */
function rollBack(database: Database): void {
  try {
    database.exec("ROLLBACK");
  } catch (error) {
    if (!isSqliteError(error)) throw error;
  }
}
