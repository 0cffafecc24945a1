/**
 * How each library is shown: values by their names, for the reader to make sense of.
 */
import type { Kept } from "./kept.ts";

export class LibrarySettings {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** What was set for a library; `root` is its folder, as `realpath` has it. */
  of(root: string): ReadonlyMap<string, string> {
    const rows = this.#kept.rows("SELECT name, value FROM settings WHERE root = ?", root);
    return new Map(rows.map((row) => [String(row["name"]), String(row["value"])]));
  }

  set(root: string, name: string, value: string): void {
    this.#kept.write(
      `INSERT INTO settings (root, name, value) VALUES (?, ?, ?)
       ON CONFLICT (root, name) DO UPDATE SET value = excluded.value`,
      [root, name, value],
    );
  }
}
