/**
 * The settings of each library: values by their names, which the reader interprets.
 */
import type { MemoryFile } from "./memory-file.ts";

export class LibrarySettings {
  readonly #file: MemoryFile;

  constructor(file: MemoryFile) {
    this.#file = file;
  }

  /** The settings of a library; `root` is the real path of its folder. */
  of(root: string): ReadonlyMap<string, string> {
    const rows = this.#file.rows("SELECT name, value FROM settings WHERE root = ?", root);
    return new Map(rows.map((row) => [String(row["name"]), String(row["value"])]));
  }

  set(root: string, name: string, value: string): void {
    this.#file.write(
      `INSERT INTO settings (root, name, value) VALUES (?, ?, ?)
       ON CONFLICT (root, name) DO UPDATE SET value = excluded.value`,
      [root, name, value],
    );
  }
}
