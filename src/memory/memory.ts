/**
 * The memory: the place in each essay, finished essays, bookmarks, the user's marks, and the essays that were there on the last visit.
 *
 * Unlike the index it can't be rebuilt, so nothing is ever discarded: a damaged file is renamed, a file of a newer
 * ibid is left alone, and if nothing can be written, data is kept until the reader ends. Each item is a row, written
 * at once in a transaction: two readers do not undo each other, and a kill loses nothing that was stored. Every method
 * may throw `BusyMemoryError`.
 */
import type { TextPlace } from "../document/text-place.ts";
import type { Reading, ReadState } from "../essay/reading.ts";
import { MemoryFile } from "./memory-file.ts";
import { LibrarySettings } from "./library-settings.ts";
import { Marks } from "./marks.ts";
import { bookmarkId, bury, recordsIn, takeInto } from "./records.ts";
import { Queue } from "./queue.ts";
import type { StateRecord } from "./state-record.ts";
import { Texts } from "./texts.ts";
import { Typed } from "./typed.ts";
import { Visits } from "./visits.ts";

/** An essay that was opened. */
export interface Remembered extends Reading {
  /** The real path of the essay's file. */
  readonly file: string;
  /** The place at which the user stopped. */
  readonly place: TextPlace;
  /** The time at which it was last read, in milliseconds of Unix time. */
  readonly at: number;
}

export interface Bookmark {
  readonly id: number;
  readonly file: string;
  readonly place: TextPlace;
  /** The line that lists show for it. */
  readonly line: string;
}

const COLUMNS = "file, percent, finished, block, words, note, offset, at";

export class Memory {
  readonly #file: MemoryFile;
  /** The user's marks. */
  readonly marks: Marks;
  /** The reading queue. */
  readonly queue: Queue;
  /** The settings of each library. */
  readonly settings: LibrarySettings;
  /** The history of each field. */
  readonly typed: Typed;
  /** The data by which the texts of remembered essays are recognised. */
  readonly texts: Texts;
  /** The essays of each library on the last visit. */
  readonly visits: Visits;

  /** Opens `file`, or creates it; if it is undefined, data is kept until the process ends. `patience` is that of `MemoryFile`. */
  constructor(file: string | undefined, patience?: number) {
    this.#file = new MemoryFile(file, patience);
    this.marks = new Marks(this.#file);
    this.queue = new Queue(this.#file);
    this.settings = new LibrarySettings(this.#file);
    this.typed = new Typed(this.#file);
    this.texts = new Texts(this.#file);
    this.visits = new Visits(this.#file);
  }

  /** The message about a problem with the file; undefined if there is none. */
  get complaint(): string | undefined {
    return this.#file.complaint;
  }

  /** Whether data outlives the process. */
  get isKept(): boolean {
    return this.#file.isKept;
  }

  /** Whether another process has written the file since the last call; false for the first one. */
  isWrittenElsewhere(): boolean {
    return this.#file.isWrittenElsewhere();
  }

  /** A number that is another one once another process has written the file; undefined while the file is busy, and a copy is used. */
  version(): number | undefined {
    return this.#file.version();
  }

  /** All essays that were opened or marked as read, the latest first. */
  all(): Remembered[] {
    return this.#file.rows(`SELECT ${COLUMNS} FROM essays ORDER BY at DESC`).map(rememberedOf);
  }

  of(file: string): Remembered | undefined {
    const [row] = this.#file.rows(`SELECT ${COLUMNS} FROM essays WHERE file = ?`, file);
    return row && rememberedOf(row);
  }

  /** Stores the user's place in an essay; an essay that was finished once stays finished. */
  stopped(file: string, place: TextPlace, percent: number, finished: boolean, at: number): void {
    const { block, words, note = null, offset } = place;
    this.#file.write(
      `INSERT INTO essays (${COLUMNS}, finished_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (file) DO UPDATE SET
         percent = excluded.percent, finished = max(finished, excluded.finished), block = excluded.block,
         words = excluded.words, note = excluded.note, offset = excluded.offset, at = excluded.at,
         finished_at = max(finished_at, excluded.finished_at)`,
      [file, percent, Number(finished), block, words, note, offset, at, finished ? at : 0],
    );
  }

  /** Marks an essay as read to its end, or as never opened. */
  mark(file: string, state: ReadState, at: number): void {
    if (state === "no")
      return this.#file.together((database) => {
        database.prepare("DELETE FROM essays WHERE file = ?").run(file);
        bury(database, "essay", file, at);
      });
    const finished = Number(state === "yes");
    this.#file.write(
      `INSERT INTO essays (${COLUMNS}, finished_at) VALUES (?, ?, ?, -1, '', NULL, 0, ?, ?)
       ON CONFLICT (file) DO UPDATE SET finished = excluded.finished, finished_at = excluded.finished_at`,
      [file, 100 * finished, finished, at, at],
    );
  }

  /** Restores what was remembered of an essay `before`, and discards what was stored since then. */
  putBack(file: string, before: Remembered | undefined, at: number): void {
    if (!before) return this.mark(file, "no", at);
    const { block, words, note = null, offset } = before.place;
    const finished = Number(before.state === "yes");
    // Each restored value gets a time later than the value that it replaces, so that it also wins on other
    // machines.
    this.#file.write(
      `INSERT OR REPLACE INTO essays (${COLUMNS}, finished_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
         max(?8, ifnull((SELECT at + 1 FROM tombstones WHERE kind = 'essay' AND id = ?1), 0)), ?9)`,
      [file, before.percent, finished, block, words, note, offset, before.at, at],
    );
  }

  /** All bookmarks, the latest first. */
  bookmarks(): Bookmark[] {
    const rows = this.#file.rows(
      "SELECT id, file, block, words, note, offset, line FROM bookmarks ORDER BY id DESC",
    );
    return rows.map((row) => ({
      id: Number(row["id"]),
      file: String(row["file"]),
      place: placeIn(row),
      line: String(row["line"]),
    }));
  }

  /** Bookmarks a place, unless it is bookmarked already. */
  bookmark(file: string, { block, words, note, offset }: TextPlace, line: string, at: number): void {
    this.#file.write(
      `INSERT INTO bookmarks (file, block, words, note, offset, line, at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
       WHERE NOT EXISTS (SELECT 1 FROM bookmarks WHERE file = ?1 AND block = ?2 AND words = ?3)`,
      [file, block, words, note ?? null, offset, line, at],
    );
  }

  unbookmark(id: number, at: number): void {
    const [row] = this.#file.rows("SELECT file, block, words FROM bookmarks WHERE id = ?", id);
    if (!row) return;
    const { file, block, words } = row as { file: string; block: number; words: string };
    // The id may be another bookmark's by the time at which the file is written.
    this.#file.together((database) => {
      database
        .prepare("DELETE FROM bookmarks WHERE file = ? AND block = ? AND words = ?")
        .run(file, block, words);
      bury(database, "bookmark", bookmarkId(row), at);
    });
  }

  /**
   * Does several things in one transaction: all of them or, if one of them throws, none. `work` may be done a second time, as in
   * `MemoryFile.together`.
   */
  atOnce<Result>(work: () => Result): Result {
    return this.#file.together(work);
  }

  /** All records for another machine. */
  records(): StateRecord[] {
    return this.#file.together(recordsIn);
  }

  /** Merges the records of another machine with the stored data; returns the number of changed records. */
  take(records: readonly StateRecord[]): number {
    return this.#file.together((database) => takeInto(database, records));
  }

  /** Stores what waits for another process. What can't be stored is lost when this one ends; `isKept` and `complaint` then say so. */
  settle(): void {
    this.#file.settle();
  }

  /** Settles, and ends the use of the memory. */
  close(): void {
    this.#file.close();
  }
}

function rememberedOf(row: Record<string, unknown>): Remembered {
  const percent = Number(row["percent"]);
  return {
    file: String(row["file"]),
    state: row["finished"] === 1 ? "yes" : "begun",
    percent,
    place: placeIn(row),
    at: Number(row["at"]),
  };
}

function placeIn(row: Record<string, unknown>): TextPlace {
  return {
    block: Number(row["block"]),
    words: String(row["words"]),
    note: typeof row["note"] === "number" ? row["note"] : undefined,
    offset: Number(row["offset"]),
  };
}
