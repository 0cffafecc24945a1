/**
 * An index ready for questions: its store and prepared statements. A file for which these fail, because it has other tables than
 * ibid's or is damaged, is deleted and built again.
 */
import { isForeign } from "../../system/sqlite-error.ts";
import { discard, inMemory, openStore, type Store, type Unkept } from "./database.ts";
import { DAMAGED, unkeptBecause } from "./guard.ts";
import { type Statements, statementsOf } from "./statements.ts";

export type ReadyStore = readonly [Store, Statements];

/** The index in `file`, or in memory if `file` is undefined. */
export function readyStore(file: string | undefined, patience?: number): ReadyStore {
  const store = openStore(file, patience);
  try {
    return [store, statementsOf(store.database)];
  } catch (error) {
    // The statements fit the tables of a new index, or they are wrong.
    if (isForeign(error) && !store.fresh) {
      discard(store);
      return remarked(openStore(file, patience));
    }
    return emptyStore(store, unkeptBecause(error, store.database));
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
