/**
 * An index ready for questions: its store and prepared statements. An index for which these fail is deleted and built again.
 */
import { isSqliteError } from "../../system/sqlite.ts";
import { discard, inMemory, openStore, type Store, type Unkept } from "./database.ts";
import { DAMAGED } from "./guard.ts";
import { type Statements, statementsOf } from "./statements.ts";

export type ReadyStore = readonly [Store, Statements];

/** The index in `file`, or in memory if `file` is undefined. */
export function readyStore(file: string | undefined): ReadyStore {
  const store = openStore(file);
  try {
    return [store, statementsOf(store.database)];
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    discard(store);
    return remarked(openStore(file));
  }
}

/** An empty index in memory, in place of one that can't be written (`unkept` is the reason) or trusted. */
export function emptyStore(store: Store, unkept: Unkept | undefined): ReadyStore {
  if (unkept === undefined) {
    discard(store);
    return remarked(inMemory());
  }
  store.database.close();
  const empty = inMemory(unkept);
  return [empty, statementsOf(empty.database)];
}

function remarked(store: Store): ReadyStore {
  return [{ ...store, remark: DAMAGED }, statementsOf(store.database)];
}
