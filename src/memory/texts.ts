/**
 * Recognises the text of each remembered essay, so that the place, the finished state, bookmarks and the
 * queue follow the text when its file is renamed or moved.
 */
import type { Essay } from "../essay/essay.ts";
import type { Database } from "../system/sqlite.ts";
import type { MemoryFile } from "./memory-file.ts";
import { isInFile, keyOf } from "./key.ts";
import { bookmarkId, bury } from "./records.ts";
import type { Trace } from "./trace.ts";

/** The present files of essays, by their former ones. */
export type NewFiles = ReadonlyMap<string, string>;

/** A text, by the title, the number of words and the hash (`Galley.hash`) of its essay. */
export interface Seen {
  readonly title: string;
  readonly words: number;
  /** Empty if the text was not open. */
  readonly hash: string;
}

export class Texts {
  readonly #file: MemoryFile;

  constructor(file: MemoryFile) {
    this.#file = file;
  }

  /**
   * Stores the data by which an essay is recognised; `hash` is the hash of its text (`Galley.hash`), empty if the text
   * is not open.
   */
  note(essay: Essay, hash: string): void {
    if (!isInFile(essay)) return;
    const { slug, title, words } = essay;
    // A text that is not open keeps its known hash, if title and length are unchanged.
    this.#file.write(
      `INSERT INTO texts (file, slug, title, words, hash) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (file) DO UPDATE SET
         slug = ?2, title = ?3, words = ?4, hash = iif(?5 = '' AND title = ?3 AND words = ?4, hash, ?5)
       WHERE (slug, title, words) IS NOT (?2, ?3, ?4) OR (?5 <> '' AND hash <> ?5)`,
      [keyOf(essay), slug, title, words, hash],
    );
  }

  /** The traces of all remembered essays. */
  traces(): Trace[] {
    const rows = this.#file.rows(
      `SELECT file, slug, title, words, hash FROM texts WHERE file IN (
         SELECT file FROM essays UNION SELECT file FROM bookmarks UNION SELECT file FROM queue)`,
    );
    return rows.map(({ file, slug, title, words, hash }) => ({
      file: String(file),
      slug: String(slug),
      title: String(title),
      words: Number(words),
      hashes: hash === "" ? [] : [String(hash)],
      marks: [],
    }));
  }

  /** The text that each file had when its essay was stored here. */
  seen(): Map<string, Seen> {
    const rows = this.#file.rows("SELECT file, title, words, hash FROM texts");
    return new Map(
      rows.map(({ file, title, words, hash }) => [
        String(file),
        { title: String(title), words: Number(words), hash: String(hash) },
      ]),
    );
  }

  /** Moves what is remembered of essays to their present files; two essays may swap their files. */
  move(moves: NewFiles, at: number): void {
    if (moves.size === 0) return;
    this.#file.together((database) => {
      const all = Array.from(moves, ([from, to]) => ({ from, to, held: takenOut(database, from, at) }));
      for (const { to, held } of all) putIn(database, to, held);
    });
  }
}

type Row = Record<string, string | number | null>;
/** The rows of a file, by their tables. */
type Held = Readonly<Record<(typeof HELD)[number], readonly Row[]>>;

const HELD = ["essays", "bookmarks", "queue", "texts"] as const;

function rowsOf(database: Database, table: string, file: string): Row[] {
  return database.prepare(`SELECT * FROM ${table} WHERE file = ?`).all(file) as Row[];
}

/** Removes the rows of a file, and leaves tombstones for other machines. */
function takenOut(database: Database, file: string, at: number): Held {
  const held = Object.fromEntries(
    HELD.map((table) => [table, rowsOf(database, table, file)] as const),
  ) as unknown as Held;
  for (const table of HELD) database.prepare(`DELETE FROM ${table} WHERE file = ?`).run(file);
  const graves: readonly (readonly [kind: string, id: string, row: Row])[] = [
    ...held.essays.map((row) => ["essay", file, row] as const),
    ...held.bookmarks.map((row) => ["bookmark", bookmarkId(row), row] as const),
    ...held.queue.map((row) => ["queue", file, row] as const),
  ];
  for (const [kind, id, row] of graves) bury(database, kind, id, Math.max(at, Number(row["at"])));
  return held;
}

/** Inserts rows for a file. Existing rows of that file stay, and an essay counts as finished if either row says so. */
function putIn(database: Database, file: string, held: Held): void {
  for (const row of held.texts) insert(database, "texts", { ...row, file });
  for (const row of held.queue)
    insert(database, "queue", { ...row, file, at: after(database, "queue", file, row) });
  for (const { id: _, ...row } of held.bookmarks) {
    const own = { ...row, file };
    const [there] = database
      .prepare("SELECT 1 FROM bookmarks WHERE file = ? AND block = ? AND words = ?")
      .all(file, row["block"]!, row["words"]!);
    if (!there)
      insert(database, "bookmarks", { ...own, at: after(database, "bookmark", bookmarkId(own), row) });
  }
  for (const row of held.essays) {
    const [there] = rowsOf(database, "essays", file);
    const [late, early] =
      there && Number(there["at"]) > Number(row["at"]) ? [there, row] : [row, there ?? row];
    const finished = Math.max(Number(late["finished"]), Number(early["finished"]));
    const time = after(database, "essay", file, late);
    database.prepare("DELETE FROM essays WHERE file = ?").run(file);
    insert(database, "essays", { ...late, file, finished, at: time, finished_at: finished === 1 ? time : 0 });
  }
}

/** The time of a row, later than the last removal of a row with its id. */
function after(database: Database, kind: string, id: string, row: Row): number {
  const grave = database.prepare("SELECT at FROM tombstones WHERE kind = ? AND id = ?").get(kind, id);
  return Math.max(Number(row["at"]), Number(grave?.["at"] ?? -1) + 1);
}

function insert(database: Database, table: string, row: Row): void {
  const columns = Object.keys(row);
  const values = columns.map(() => "?").join(", ");
  database
    .prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(", ")}) VALUES (${values})`)
    .run(...Object.values(row));
}
