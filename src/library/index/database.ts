/**
 * The file of the index, and what happens if it is damaged, locked, full or not writable.
 *
 * An index can always be built again from the essays, so it is never repaired: an index that can't be trusted is deleted,
 * and if nothing can be written, this run keeps it in memory.
 */
import { existsSync, realpathSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../../system/make-folder.ts";
import { systemReason } from "../../system/reason.ts";
import { fnv1a } from "../../text/hash.ts";
import { SCHEMA, VERSION } from "./schema.ts";
import { type Database, isBusy, isDamage, isSqliteError, openSqlite } from "../../system/sqlite.ts";
import { mendTotals } from "./totals.ts";
import { isAsLeft, noteAsLeft, stampFile } from "./stamp.ts";

/** An open index. */
export interface Store {
  readonly database: Database;
  /** Its file; undefined in memory. */
  readonly file: string | undefined;
  /** Why it can't be kept in a file, as a message for the user. */
  readonly complaint: string | undefined;
  /** What was wrong and has been fixed; only `--debug` shows it. */
  readonly remark?: string | undefined;
  /** Whether it is new and empty, in an open transaction, so that no other process sees it before it is complete. */
  readonly fresh: boolean;
}

/** Why an index is not kept: for the user, or for `--debug` if the user need not do anything. */
export type Unkept = Pick<Store, "complaint"> | { readonly remark: string };

/** How long to wait for another process, in milliseconds. */
const PATIENCE = 2_000;
const ATTEMPTS = 3;
/** In bytes: two of the blocks that FTS5 writes. Each table has a page at least, which in a small library counts. */
const PAGE_SIZE = 8_192;
export const BUSY = "another ibid is writing the index; this run keeps its own in memory";
const MADE_ANEW = "the index was damaged, deleted or unfinished; it is being rebuilt";

/**
 * The index's file for the library in `root`: one for each folder, whatever path names it, and for each locale, because the
 * order of the shelf that the index stores depends on it.
 */
export function indexFile(folder: string, root: string, locale = ownLocale()): string {
  // Not from node:crypto, because loading it takes as long as everything else that a start needs from Node.js.
  return join(folder, `${fnv1a(`${realpathSync(root)}\n${locale}`)}.sqlite`);
}

/** The locale by which this process compares texts. Of the functions that report it, this one takes the least time: 0.4 ms. */
function ownLocale(): string {
  return new Intl.PluralRules().resolvedOptions().locale;
}

/** Opens the index in `file`, or makes one; in memory if that fails or `file` is undefined. Never throws. */
export function openStore(file: string | undefined): Store {
  if (file === undefined) return inMemory();
  try {
    makeFolder(dirname(file));
    const isOlder = isAsLeft(file);
    const wasLeft = existsSync(file) || existsSync(stampFile(file));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const store = asLeft(file);
      if (store) return store;
      const made = anew(file);
      if (made)
        return wasLeft && (!isOlder || attempt > 0) ? { ...made, remark: `${file}: ${MADE_ANEW}` } : made;
      if (!isAsLeft(file) || isOlder) remove(file);
    }
    return inMemory({ complaint: `${file}: the index is damaged each time it is made` });
  } catch (error) {
    if (error instanceof NewerError)
      return inMemory({ complaint: `${file}: the index was made by a newer ibid, and is left alone` });
    // The other process writes the index; this run does not.
    if (isBusy(error)) return inMemory({ remark: `${file}: ${BUSY}` });
    return inMemory({ complaint: `${file}: the index can't be kept there (${reasonOf(error)})` });
  }
}

export function inMemory(unkept: Unkept = { complaint: undefined }): Store {
  const database = openSqlite(":memory:");
  database.exec(SCHEMA);
  database.exec("BEGIN");
  return { database, file: undefined, complaint: undefined, fresh: true, ...unkept };
}

/** Ends a transaction in which essays were removed or not, and records the file's stamp. */
export function commit({ database, file }: Store, hasRemoved: boolean): void {
  database.exec("COMMIT");
  if (hasRemoved) mendTotals(database);
  if (file === undefined) return;
  // This transaction writes no page: it only keeps other processes from writing.
  database.exec("BEGIN IMMEDIATE");
  noteAsLeft(file);
  database.exec("ROLLBACK");
}

/** Deletes the index; the next process builds it again. */
export function discard(store: Store): void {
  store.database.close();
  if (store.file !== undefined) remove(store.file);
}

class NewerError extends Error {}

/** The existing index; undefined if it can't be trusted or has another version. */
function asLeft(file: string): Store | undefined {
  if (!isAsLeft(file)) return undefined;
  return opened(file, false, (database) => {
    const version = versionOf(database);
    if (version > VERSION) throw new NewerError();
    return version === VERSION;
  });
}

/** A new, empty index; undefined if there is a file already, perhaps one that another process has just made. */
function anew(file: string): Store | undefined {
  return opened(file, true, (database) => {
    database.exec(`PRAGMA busy_timeout = ${PATIENCE}; PRAGMA page_size = ${PAGE_SIZE}`);
    database.exec("BEGIN IMMEDIATE");
    if (versionOf(database) > VERSION) throw new NewerError();
    if (statSync(file).size > 0) return false;
    database.exec(SCHEMA);
    return true;
  });
}

/** The database in `file` if `check` accepts it; otherwise it is closed. */
function opened(file: string, fresh: boolean, check: (database: Database) => boolean): Store | undefined {
  const database = openSqlite(file);
  try {
    if (check(database)) return { database, file, complaint: undefined, fresh };
  } catch (error) {
    if (!isDamage(error)) {
      database.close();
      throw error;
    }
  }
  database.close();
  return undefined;
}

function versionOf(database: Database): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
}

function remove(file: string): void {
  for (const one of [stampFile(file), `${file}-journal`, `${file}-wal`, `${file}-shm`, file])
    rmSync(one, { force: true });
}

function reasonOf(error: unknown): string {
  return isSqliteError(error) ? error.message : systemReason(error);
}
