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
import { type Database, openSqlite, versionOf } from "../../system/sqlite.ts";
import { isForeign, isSqliteError, kindOf } from "../../system/sqlite-error.ts";
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
export const PATIENCE = 2_000;
const ATTEMPTS = 3;
/** In bytes: two of the blocks that FTS5 writes. Each table has a page at least, which in a small library counts. */
const PAGE_SIZE = 8_192;
export const BUSY = "another ibid is writing the index; this run keeps its own in memory";
export const REPLACED = "another ibid has replaced the index; this run keeps its own in memory";
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

/**
 * Opens the index in `file`, or makes one; in memory if that fails or `file` is undefined. Each question waits `patience`
 * milliseconds for a process that writes. Never throws.
 */
export function openStore(file: string | undefined, patience = PATIENCE): Store {
  if (file === undefined) return inMemory();
  try {
    makeFolder(dirname(file));
    const isOlder = isAsLeft(file);
    const wasLeft = existsSync(file) || existsSync(stampFile(file));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const store = asLeft(file, patience);
      if (store) return store;
      const made = anew(file, patience);
      if (typeof made === "object")
        return wasLeft && (!isOlder || attempt > 0) ? { ...made, remark: `${file}: ${MADE_ANEW}` } : made;
      if (made === "foreign") remove(file);
    }
    return inMemory({ complaint: `${file}: the index is damaged each time it is made` });
  } catch (error) {
    if (error instanceof NewerError)
      return inMemory({ complaint: `${file}: the index was made by a newer ibid, and is left alone` });
    // The other process writes the index; this run does not.
    if (kindOf(error) === "busy") return inMemory({ remark: `${file}: ${BUSY}` });
    return inMemory({ complaint: `${file}: the index can't be kept there (${reasonOf(error)})` });
  }
}

export function inMemory(unkept: Unkept = { complaint: undefined }): Store {
  const database = openSqlite(":memory:");
  database.exec(SCHEMA);
  database.exec("BEGIN");
  return { database, file: undefined, complaint: undefined, fresh: true, ...unkept };
}

/**
 * Ends a transaction in which essays were removed or not, and records the file's stamp. The lock is kept in between: a process that
 * got it there would find a stamp that does not fit, and delete the file.
 */
export function commit({ database, file }: Store, hasRemoved: boolean): void {
  database.exec("PRAGMA locking_mode = EXCLUSIVE; COMMIT");
  if (hasRemoved) mendTotals(database);
  if (file !== undefined) noteAsLeft(file);
  // The lock ends with the next statement that reads.
  database.exec("PRAGMA locking_mode = NORMAL; SELECT 1 FROM files LIMIT 1");
}

/** Deletes the index; the next process builds it again. */
export function discard(store: Store): void {
  store.database.close();
  if (store.file !== undefined) remove(store.file);
}

class NewerError extends Error {}

/** The existing index; undefined if it can't be trusted or has another version. */
function asLeft(file: string, patience: number): Store | undefined {
  if (!isAsLeft(file)) return undefined;
  const store = opened(file, false, (database) => {
    database.exec(`PRAGMA busy_timeout = ${patience}`);
    const version = versionOf(database);
    if (version > VERSION) throw new NewerError();
    // A writer whose changed pages do not fit its cache would keep others from reading until it ends.
    database.exec("PRAGMA cache_spill = OFF");
    return version === VERSION ? "own" : "foreign";
  });
  return typeof store === "object" ? store : undefined;
}

/** A new, empty index. */
function anew(file: string, patience: number): Opened {
  return opened(file, true, (database) => {
    database.exec(`PRAGMA busy_timeout = ${patience}; PRAGMA page_size = ${PAGE_SIZE}`);
    database.exec("BEGIN IMMEDIATE");
    const version = versionOf(database);
    if (version > VERSION) throw new NewerError();
    if (statSync(file).size === 0) {
      database.exec(SCHEMA);
      return "own";
    }
    // This process has the lock, so the stamp is not just being written.
    if (isAsLeft(file) && version === VERSION) return "other";
    // Windows deletes no file that is open.
    if (process.platform === "win32") return "foreign";
    remove(file);
    return "other";
  });
}

/** What a file is: `other` if it has just changed and is to be looked at again, `foreign` if it must be deleted. */
type Content = "own" | "other" | "foreign";
type Opened = Store | Exclude<Content, "own">;

/** The database in `file` if `contentOf` finds it ibid's own; otherwise it is closed. */
function opened(file: string, fresh: boolean, contentOf: (database: Database) => Content): Opened {
  const database = openSqlite(file);
  let content: Exclude<Content, "own"> = "foreign";
  try {
    const found = contentOf(database);
    if (found === "own") return { database, file, complaint: undefined, fresh };
    content = found;
  } catch (error) {
    if (!isForeign(error)) {
      database.close();
      throw error;
    }
  }
  database.close();
  return content;
}

function remove(file: string): void {
  for (const one of [stampFile(file), `${file}-journal`, `${file}-wal`, `${file}-shm`, file])
    rmSync(one, { force: true });
}

function reasonOf(error: unknown): string {
  return isSqliteError(error) ? error.message : systemReason(error);
}
