/**
 * What is to be read next: files of essays, in the order in which they were put there.
 */
import type { Kept } from "./kept.ts";

export class Queue {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** The files, as `realpath` has them, the first to be read first. */
  files(): string[] {
    return this.#kept.rows("SELECT file FROM queue ORDER BY id").map((row) => String(row["file"]));
  }

  /** Puts a file at the end; one that is there stays where it is. */
  add(file: string): void {
    this.#kept.write("INSERT OR IGNORE INTO queue (file) VALUES (?)", [file]);
  }

  remove(file: string): void {
    this.#kept.write("DELETE FROM queue WHERE file = ?", [file]);
  }
}
