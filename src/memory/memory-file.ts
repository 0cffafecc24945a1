/**
 * Access to the memory's file: each write is a transaction. While another process writes the file, a copy
 * replaces it; if the file can't be used at all, data is kept until the process ends.
 */
import type { Database } from "../system/sqlite.ts";
import { kindOf } from "../system/sqlite-error.ts";
import { BusyMemoryError } from "./errors.ts";
import { StandIn } from "./stand-in.ts";
import { type MemoryStore, openMemory, unkept, withoutFile } from "./store.ts";
import { patiently, together, type Work } from "./transaction.ts";

export type Value = string | number | null;

/** Milliseconds for which a write waits for another process, before a copy replaces the file. */
const A_MOMENT = 200;
/** Milliseconds between two attempts to repeat the changes of the copy in the file. */
const RETRY = 1_000;

export class MemoryFile {
  readonly #patience: number;
  #store: MemoryStore;
  #standIn: StandIn | undefined;
  #retry: NodeJS.Timeout | undefined;
  #version: number | undefined;
  /** The database in which a transaction is open. */
  #inTransaction: Database | undefined;

  /**
   * Opens `file`, or creates it; if it is undefined, data is kept until the process ends. `patience` is the time for which another
   * process may keep it from being read, or from being written at the end, in milliseconds.
   */
  constructor(file: string | undefined, patience = 5_000) {
    this.#patience = patience;
    this.#store = openMemory(file, patience);
  }

  /** The message about a problem with the file; undefined if there is none. */
  get complaint(): string | undefined {
    return this.#store.complaint;
  }

  /** Whether data outlives the process. */
  get isKept(): boolean {
    return this.#store.file !== undefined;
  }

  /** Throws `BusyMemoryError`. */
  rows(sql: string, ...values: Value[]): Record<string, unknown>[] {
    const work: Work<Record<string, unknown>[]> = (database) => database.prepare(sql).all(...values);
    if (this.#inTransaction) return work(this.#inTransaction);
    return this.#done((standIn) => (standIn ? work(standIn.database) : this.#read(work)));
  }

  /** Whether another process has written the file since the last call; false for the first one, or if the file is busy. */
  isWrittenElsewhere(): boolean {
    const before = this.#version;
    try {
      this.#version = this.version() ?? before;
    } catch (error) {
      if (!(error instanceof BusyMemoryError)) throw error;
    }
    return before !== undefined && this.#version !== before;
  }

  /**
   * A number that SQLite changes whenever another connection writes the file; undefined while a copy replaces the file. During a
   * transaction it stays the same. Throws `BusyMemoryError`.
   */
  version(): number | undefined {
    if (this.#standIn && this.#inTransaction !== this.#store.database) return undefined;
    const [row] = this.rows("PRAGMA data_version");
    return row && Number(row["data_version"]);
  }

  /** Throws `BusyMemoryError`. */
  write(sql: string, values: readonly Value[]): void {
    this.together((database) => database.prepare(sql).run(...values));
  }

  /**
   * Reads and writes in one transaction: no other process writes in between, and a kill leaves all of it or nothing. The
   * work may be repeated after the data has changed, so it must depend on nothing else. Whatever it asks of this object is
   * part of the same transaction. Throws `BusyMemoryError`.
   */
  together<Result>(own: Work<Result>): Result {
    if (this.#inTransaction) return own(this.#inTransaction);
    const work: Work<Result> = (database) => {
      this.#inTransaction = database;
      try {
        return own(database);
      } finally {
        this.#inTransaction = undefined;
      }
    };
    return this.#done((standIn) => (standIn ? standIn.write(work) : this.#write(work)));
  }

  /** Writes all changes to the file. If it is busy for too long, it is given up: `isKept` and `complaint` then say so. */
  settle(): void {
    this.#done(() => undefined, this.#patience);
    if (this.#standIn)
      this.#store = unkept(this.#store, this.#standIn.database, "another program is using it");
    this.#end();
  }

  /** Settles and closes the file. */
  close(): void {
    this.settle();
    this.#store.database.close();
  }

  /** Acts on the file, on its copy, or, if the file can't be used any more, on data in memory. */
  #done<Result>(act: (standIn: StandIn | undefined) => Result, patience = 0): Result {
    try {
      this.#flush(patience);
      return act(this.#standIn);
    } catch (error) {
      if (!this.isKept || !["environment", "damage"].includes(kindOf(error))) throw error;
      const { message } = error as Error;
      this.#store = this.#standIn
        ? unkept(this.#store, this.#standIn.database, message)
        : withoutFile(this.#store, message);
      this.#end();
      return act(undefined);
    }
  }

  /** Repeats the changes of the copy in the file, if the file is free within a number of milliseconds. */
  #flush(patience: number): void {
    if (!this.#standIn?.isWritten(this.#store.database, patience)) return;
    this.#standIn.database.close();
    this.#end();
  }

  #end(): void {
    clearInterval(this.#retry);
    this.#standIn = undefined;
  }

  #read<Result>(work: Work<Result>): Result {
    const { database, file } = this.#store;
    try {
      return patiently(database, this.#patience, () => work(database));
    } catch (error) {
      throw kindOf(error) === "busy" ? new BusyMemoryError(file) : error;
    }
  }

  #write<Result>(work: Work<Result>): Result {
    const { database } = this.#store;
    try {
      return patiently(database, A_MOMENT, () => together(database, work));
    } catch (error) {
      if (kindOf(error) !== "busy") throw error;
    }
    const standIn = this.#read((file) => new StandIn(file));
    this.#standIn = standIn;
    this.#retry = setInterval(() => this.#done(() => undefined), RETRY).unref();
    return standIn.write(work);
  }
}
