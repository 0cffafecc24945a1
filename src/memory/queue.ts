/**
 * The reading queue: files of essays, in the order in which they were added.
 */
import type { Kept } from "./kept.ts";

export class Queue {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** The real paths of the files, the next to read first. */
  files(): string[] {
    return this.#kept.rows("SELECT file FROM queue ORDER BY id").map((row) => String(row["file"]));
  }

  /** Adds a file at the end, unless it is in the queue. */
  add(file: string): void {
    this.#kept.write("INSERT OR IGNORE INTO queue (file) VALUES (?)", [file]);
  }

  remove(file: string): void {
    this.#kept.write("DELETE FROM queue WHERE file = ?", [file]);
  }
}
