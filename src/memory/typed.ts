/**
 * The history of each field of the reader.
 */
import type { MemoryFile } from "./memory-file.ts";

/** The largest number of texts for a field. */
const MOST = 100;

export class Typed {
  readonly #file: MemoryFile;

  constructor(file: MemoryFile) {
    this.#file = file;
  }

  /** The texts that were typed in a field, each once, the latest last. */
  in(field: string): string[] {
    const rows = this.#file.rows("SELECT text FROM typed WHERE field = ? ORDER BY at, rowid", field);
    return rows.map((row) => String(row["text"]));
  }

  /** Stores a text; `at` is the present time in milliseconds of Unix time. */
  add(field: string, text: string, at: number): void {
    this.#file.together((database) => {
      database
        .prepare("INSERT OR REPLACE INTO typed (field, text, at) VALUES (?, ?, ?)")
        .run(field, text, at);
      database
        .prepare(
          `DELETE FROM typed WHERE field = ?1 AND rowid NOT IN
           (SELECT rowid FROM typed WHERE field = ?1 ORDER BY at DESC, rowid DESC LIMIT ?2)`,
        )
        .run(field, MOST);
    });
  }
}
