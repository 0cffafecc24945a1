/**
 * The reading queue: files of essays, in the order in which they were added, until the user puts them in another.
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

  /** Puts some files of the queue in an order of their own: they take the places that they have together. */
  arrange(files: readonly string[]): void {
    this.#kept.together((database) => {
      const known = new Map(
        database
          .prepare("SELECT id, file FROM queue ORDER BY id")
          .all()
          .map((row) => [String(row["file"]), Number(row["id"])]),
      );
      const there = files.filter((file) => known.has(file));
      const places = there.map((file) => known.get(file)!).sort((a, b) => a - b);
      const remove = database.prepare("DELETE FROM queue WHERE file = ?");
      for (const file of there) remove.run(file);
      const put = database.prepare("INSERT INTO queue (id, file) VALUES (?, ?)");
      there.forEach((file, nth) => put.run(places[nth]!, file));
    });
  }

  remove(file: string): void {
    this.#kept.write("DELETE FROM queue WHERE file = ?", [file]);
  }
}
