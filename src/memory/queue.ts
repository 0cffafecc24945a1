/**
 * The reading queue: files of essays, in the order in which they were added, or in the user's own order.
 */
import type { MemoryFile } from "./memory-file.ts";
import { bury } from "./records.ts";

export class Queue {
  readonly #file: MemoryFile;

  constructor(file: MemoryFile) {
    this.#file = file;
  }

  /** The real paths of the files, the next to read first. */
  files(): string[] {
    return this.#file.rows(`SELECT file FROM queue ${ORDER}`).map((row) => String(row["file"]));
  }

  /** Adds a file at the end, unless it is in the queue; `at` is the present time in milliseconds of Unix time. */
  add(file: string, at: number): void {
    // The new time is later than those in the queue and than its last removal, whatever the
    // clocks of other machines say.
    this.#file.write(
      `INSERT OR IGNORE INTO queue (file, place, at)
       SELECT ?1, max(?2, ifnull((SELECT max(place) + 1 FROM queue), 0)),
         max(?2, ifnull((SELECT at + 1 FROM tombstones WHERE kind = 'queue' AND id = ?1), 0))`,
      [file, at],
    );
  }

  /** Reorders some files of the queue among the places that they occupy together. */
  arrange(files: readonly string[], at: number): void {
    this.#file.together((database) => {
      const rows = database.prepare(`SELECT file, place FROM queue ${ORDER}`).all();
      const known = new Map(rows.map((row) => [String(row["file"]), Number(row["place"])]));
      const there = files.filter((file) => known.has(file));
      const places = there.map((file) => known.get(file)!).sort((a, b) => a - b);
      // Files from two machines may have the same place.
      for (let nth = 1; nth < places.length; nth++)
        places[nth] = Math.max(places[nth]!, places[nth - 1]! + 1);
      const put = database.prepare("UPDATE queue SET place = ?2, at = max(at + 1, ?3) WHERE file = ?1");
      there.forEach((file, nth) => known.get(file) !== places[nth] && put.run(file, places[nth]!, at));
    });
  }

  remove(file: string, at: number): void {
    this.#file.together((database) => {
      const row = database.prepare("SELECT at FROM queue WHERE file = ?").get(file);
      if (!row) return;
      database.prepare("DELETE FROM queue WHERE file = ?").run(file);
      bury(database, "queue", file, Math.max(at, Number(row["at"])));
    });
  }
}

const ORDER = "ORDER BY place, file";
