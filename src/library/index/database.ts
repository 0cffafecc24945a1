/**
 * Where the index is kept, and what is done when that place is damaged, taken, full or not to be written.
 *
 * An index can be made anew from the essays, so nothing is ever repaired: what can't be believed is thrown away,
 * and where nothing can be written it is kept in memory for this once.
 */
import { existsSync, realpathSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../../system/make-folder.ts";
import { systemReason } from "../../system/reason.ts";
import { fnv1a } from "../../text/hash.ts";
import { SCHEMA, VERSION } from "./schema.ts";
import { type Database, isBusy, isDamage, isSqliteError, openSqlite } from "../../system/sqlite.ts";
import { isAsLeft, noteAsLeft, stampFile } from "./stamp.ts";

/** An open index. */
export interface Store {
  readonly database: Database;
  /** Its file; undefined in memory. */
  readonly file: string | undefined;
  /** Why it can't be kept, in words for the user. */
  readonly complaint: string | undefined;
  /** What was amiss and is mended: nobody needs to know it but who looks for a bug. */
  readonly remark?: string | undefined;
  /** Whether it is empty, in a transaction that is open: nobody is to see it before it is whole. */
  readonly fresh: boolean;
}

/** How long another process is waited for, in milliseconds. */
const PATIENCE = 2_000;
const ATTEMPTS = 3;
/** In bytes: compressed texts are of some thousand, and would leave much of smaller pages empty. */
const PAGE_SIZE = 16_384;
const MADE_ANEW = "the index was damaged, deleted or unfinished; it is made anew";

/** The index's file for the library in `root`: one for each folder, whatever it is called by. */
export function indexFile(folder: string, root: string): string {
  // Not one of node:crypto's: to load that takes as long as all else that a start needs of Node.js.
  return join(folder, `${fnv1a(realpathSync(root))}.sqlite`);
}

/** Opens the index in `file`, or makes it; in memory if it can't be had (always, if `file` is undefined). Never throws. */
export function openStore(file: string | undefined): Store {
  if (file === undefined) return inMemory(undefined);
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
    return inMemory(`${file}: the index is damaged each time it is made`);
  } catch (error) {
    if (error instanceof NewerError)
      return inMemory(`${file}: the index was made by a newer ibid, and is left alone`);
    return inMemory(`${file}: the index can't be kept there (${reasonOf(error)})`);
  }
}

export function inMemory(complaint: string | undefined): Store {
  const database = openSqlite(":memory:");
  database.exec(SCHEMA);
  database.exec("BEGIN");
  return { database, file: undefined, complaint, fresh: true };
}

/** Ends a transaction, and notes how the file was left. */
export function commit({ database, file }: Store): void {
  database.exec("COMMIT");
  if (file === undefined) return;
  // No page is written in this one: it only keeps others from writing.
  database.exec("BEGIN IMMEDIATE");
  noteAsLeft(file);
  database.exec("ROLLBACK");
}

/** Throws the index away: what reads it next makes it anew. */
export function discard(store: Store): void {
  store.database.close();
  if (store.file !== undefined) remove(store.file);
}

class NewerError extends Error {}

/** The index as another ibid left it; undefined if it can't be believed, or is an older one's. */
function asLeft(file: string): Store | undefined {
  if (!isAsLeft(file)) return undefined;
  return opened(file, false, (database) => {
    const version = versionOf(database);
    if (version > VERSION) throw new NewerError();
    return version === VERSION;
  });
}

/** A new, empty index; undefined if something else is there, be it what another process has only just made. */
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

/** The database in `file` if it is what `check` wants; closed otherwise. */
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
  if (isBusy(error)) return "another ibid is writing it";
  return isSqliteError(error) ? error.message : systemReason(error);
}
