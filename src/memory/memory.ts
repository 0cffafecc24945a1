/**
 * What the reader remembers: where one stopped in each essay, what was read to its end, bookmarks, marks of the user's own,
 * and which essays were there when one last came.
 *
 * Unlike the index it can't be made anew, so nothing of it is ever thrown away: a file that is damaged is put aside,
 * one that a newer ibid made is left alone, and where nothing can be written, what one does is remembered until the
 * reader is left. Each thing is a row of its own, written at once in a transaction: two readers do not undo each
 * other, and a kill loses nothing that was there.
 */
import type { TextPlace } from "../document/text-place.ts";
import type { Reading, ReadState } from "../essay/reading.ts";
import { Kept } from "./kept.ts";
import { LibrarySettings } from "./library-settings.ts";
import { Marks } from "./marks.ts";
import { bookmarkId, bury, recordsIn, takeInto } from "./records.ts";
import { Queue } from "./queue.ts";
import type { StateRecord } from "./state-record.ts";
import { Typed } from "./typed.ts";

/** An essay that was opened. */
export interface Remembered extends Reading {
  /** The essay's file, as `realpath` has it. */
  readonly file: string;
  /** Where one stopped. */
  readonly place: TextPlace;
  /** When it was last read, in milliseconds of Unix time. */
  readonly at: number;
}

export interface Bookmark {
  readonly id: number;
  readonly file: string;
  readonly place: TextPlace;
  /** The line to know it by. */
  readonly line: string;
}

/** Looks at a library that are nearer to each other are one visit, in milliseconds. */
const VISIT = 6 * 60 * 60 * 1000;
/** When one was last here is not noted again within this, in milliseconds. */
const LATELY = 60_000;

const COLUMNS = "file, percent, finished, block, words, note, offset, at";

export class Memory {
  readonly #kept: Kept;
  /** The marks of the reader's own. */
  readonly marks: Marks;
  /** What is to be read next. */
  readonly queue: Queue;
  /** How each library is shown. */
  readonly settings: LibrarySettings;
  /** What was typed in the fields. */
  readonly typed: Typed;

  /** Opens what is remembered in `file`, or begins it; until the end of the process only, if `file` is undefined. */
  constructor(file: string | undefined) {
    this.#kept = new Kept(file);
    this.marks = new Marks(this.#kept);
    this.queue = new Queue(this.#kept);
    this.settings = new LibrarySettings(this.#kept);
    this.typed = new Typed(this.#kept);
  }

  /** What is the matter with it, in words for the person. */
  get complaint(): string | undefined {
    return this.#kept.complaint;
  }

  /** Whether what is written now is there the next time. */
  get isKept(): boolean {
    return this.#kept.isKept;
  }

  /** Every essay that was opened or marked, the latest first. */
  all(): Remembered[] {
    return this.#kept.rows(`SELECT ${COLUMNS} FROM essays ORDER BY at DESC`).map(rememberedOf);
  }

  of(file: string): Remembered | undefined {
    const [row] = this.#kept.rows(`SELECT ${COLUMNS} FROM essays WHERE file = ?`, file);
    return row && rememberedOf(row);
  }

  /** Remembers where the user is in an essay; that it was read to its end once stays. */
  stopped(file: string, place: TextPlace, percent: number, finished: boolean, at: number): void {
    const { block, words, note = null, offset } = place;
    this.#kept.write(
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
      return this.#kept.together((database) => {
        database.prepare("DELETE FROM essays WHERE file = ?").run(file);
        bury(database, "essay", file, at);
      });
    const finished = Number(state === "yes");
    this.#kept.write(
      `INSERT INTO essays (${COLUMNS}, finished_at) VALUES (?, ?, ?, -1, '', NULL, 0, ?, ?)
       ON CONFLICT (file) DO UPDATE SET finished = excluded.finished, finished_at = excluded.finished_at`,
      [file, 100 * finished, finished, at, at],
    );
  }

  /** Bookmarks, the latest first. */
  bookmarks(): Bookmark[] {
    const rows = this.#kept.rows(
      "SELECT id, file, block, words, note, offset, line FROM bookmarks ORDER BY id DESC",
    );
    return rows.map((row) => ({
      id: Number(row["id"]),
      file: String(row["file"]),
      place: placeOf(row),
      line: String(row["line"]),
    }));
  }

  /** Bookmarks a place; one that is bookmarked already stays as it is. */
  bookmark(file: string, { block, words, note, offset }: TextPlace, line: string, at = Date.now()): void {
    this.#kept.write(
      `INSERT INTO bookmarks (file, block, words, note, offset, line, at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
       WHERE NOT EXISTS (SELECT 1 FROM bookmarks WHERE file = ?1 AND block = ?2 AND words = ?3)`,
      [file, block, words, note ?? null, offset, line, at],
    );
  }

  unbookmark(id: number, at = Date.now()): void {
    this.#kept.together((database) => {
      const row = database.prepare("SELECT file, block, words FROM bookmarks WHERE id = ?").get(id);
      if (!row) return;
      database.prepare("DELETE FROM bookmarks WHERE id = ?").run(id);
      bury(database, "bookmark", bookmarkId(row), at);
    });
  }

  /** All that another machine may want to know. */
  records(): StateRecord[] {
    return this.#kept.together(recordsIn);
  }

  /** Joins what another machine knows with what is known here; how many records that changed. */
  take(records: readonly StateRecord[]): number {
    return this.#kept.together((database) => takeInto(database, records));
  }

  /**
   * The paths of a library that were not there when one last came; `paths` are those that are there now. On a first
   * visit nothing is new.
   */
  arrivals(root: string, paths: readonly string[], now: number): Set<string> {
    const [row] = this.#kept.rows("SELECT known, fresh, at FROM libraries WHERE root = ?", root);
    const before = row && { known: listOf(row["known"]), fresh: listOf(row["fresh"]) };
    const isSameVisit = row !== undefined && now - Number(row["at"]) < VISIT;
    const known = new Set(before ? [...before.known, ...(isSameVisit ? [] : before.fresh)] : paths);
    const fresh = new Set(isSameVisit ? before?.fresh : []);
    for (const path of paths) if (!known.has(path)) fresh.add(path);
    const isKnown = isSameVisit && fresh.size === before?.fresh.length && now - Number(row["at"]) < LATELY;
    if (isKnown) return fresh;
    this.#kept.write(
      `INSERT INTO libraries (root, known, fresh, at) VALUES (?, ?, ?, ?)
       ON CONFLICT (root) DO UPDATE SET known = excluded.known, fresh = excluded.fresh, at = excluded.at`,
      [root, [...known].join("\n"), [...fresh].join("\n"), now],
    );
    return fresh;
  }

  close(): void {
    this.#kept.close();
  }
}

function rememberedOf(row: Record<string, unknown>): Remembered {
  const percent = Number(row["percent"]);
  return {
    file: String(row["file"]),
    state: row["finished"] === 1 ? "yes" : "begun",
    percent,
    place: placeOf(row),
    at: Number(row["at"]),
  };
}

function placeOf(row: Record<string, unknown>): TextPlace {
  return {
    block: Number(row["block"]),
    words: String(row["words"]),
    note: typeof row["note"] === "number" ? row["note"] : undefined,
    offset: Number(row["offset"]),
  };
}

function listOf(value: unknown): string[] {
  return String(value)
    .split("\n")
    .filter((path) => path !== "");
}
