/**
 * The store of the user's marks. Each is a row, and each field has the time of its last change, so changes of other fields by another
 * process or machine are kept. A removed mark leaves a tombstone. Marks on one passage (`twins.ts`) are read, changed and removed as one.
 */
import type { Anchor, Mark, MarkedEssay } from "../marks/mark.ts";
import type { Seen } from "../marks/seen.ts";
import { keyOfAnchor } from "../marks/seen-of.ts";
import { isTime } from "../text/timestamp.ts";
import type { Database } from "../system/sqlite.ts";
import type { MemoryFile } from "./memory-file.ts";
import { fieldsOf, joined, markOf, type MarkFields, storedFields } from "./mark-fields.ts";
import { asOne, isOn, passageKey, twinsOf, withoutTwins } from "./twins.ts";

/** node:crypto is loaded when a mark is made: loading it takes longer than the rest of a start. */
function newId(): string {
  return process.getBuiltinModule("node:crypto").randomUUID();
}

/** The fields of a mark that may be changed. */
export type MarkUpdate = Partial<Pick<Mark, "essay" | "anchor" | "removed" | "extra">> & {
  readonly note?: string | undefined;
};

export class Marks {
  readonly #file: MemoryFile;

  constructor(file: MemoryFile) {
    this.#file = file;
  }

  /** Stores a new mark; `at` is the present time in milliseconds of Unix time. */
  add(
    essay: MarkedEssay,
    anchor: Anchor,
    at: number,
    { note, id = newId(), extra = {} }: Partial<Pick<Mark, "note" | "id" | "extra">> = {},
  ): Mark {
    return this.#join(id, at, fieldsOf({ essay, anchor, note, removed: undefined, extra }, at));
  }

  /** Stores a mark from elsewhere; if it is known, the later value of each field wins. */
  put({ id, made, changed, ...fields }: Mark): Mark {
    return this.#join(id, made, fieldsOf(fields, changed));
  }

  /** Changes the fields in `change`; returns undefined if there is no such mark. `note: undefined` removes the note. */
  change(id: string, change: MarkUpdate, at: number): Mark | undefined {
    const own = this.stored(id);
    if (!own) return undefined;
    const all = this.#marks("WHERE file = ?", own.essay.file);
    // Marks that were removed together are restored together.
    const together = twinsOf(own, all).filter(({ removed }) => removed === own.removed);
    return asOne(this.changeAll(together, change, at));
  }

  /** Changes the fields in `change` of twins, all of them. */
  changeAll(twins: readonly Mark[], change: MarkUpdate, at: number): Mark[] {
    const first = asOne(twins).id;
    const time = twins.reduce((latest, { changed }) => Math.max(latest, changed + 1), at);
    return this.#file.together((database) =>
      twins.map((one) => {
        // A note written over the notes of all twins is stored on one of them.
        const of = "note" in change && one.id !== first ? { ...change, note: undefined } : change;
        return joinIn(database, one.id, one.made, fieldsOf(of, time));
      }),
    );
  }

  /** Gives the existing marks of a file with these ids, and their twins, to another essay. */
  move(file: string, ids: ReadonlySet<string>, essay: MarkedEssay, at: number): void {
    this.#file.together(() => {
      const passages = Map.groupBy(this.#marks("WHERE file = ?", file).filter(isThere), passageKey);
      for (const twins of passages.values())
        if (twins.some(({ id }) => ids.has(id))) this.changeAll(twins, { essay }, at);
    });
  }

  /** Stores the anchor of the words of marks in the present text of their essay. This is no change by the user. */
  see(all: readonly Seen[], at: number): void {
    this.#file.together((database) => {
      for (const { mark, anchor } of all)
        joinIn(
          database,
          mark.id,
          mark.made,
          fieldsOf({ seen: { ...anchor, of: keyOfAnchor(mark.anchor) } }, Math.max(at, mark.changed)),
        );
    });
  }

  /** Removes a mark and leaves a tombstone, which `restore` undoes. */
  remove(id: string, at: number): Mark | undefined {
    return this.change(id, { removed: at }, at);
  }

  restore(id: string, at: number): Mark | undefined {
    return this.change(id, { removed: undefined }, at);
  }

  /** Returns a mark, even a removed one; if there are twins on its passage, they are returned as one mark. */
  get(id: string): Mark | undefined {
    const own = this.stored(id);
    if (!own || own.removed !== undefined) return own;
    return asOne(twinsOf(own, this.#marks("WHERE file = ?", own.essay.file).filter(isThere)));
  }

  /** Returns a mark as stored, without its twins, even a removed one. */
  stored(id: string): Mark | undefined {
    const [row] = this.#file.rows("SELECT id, made, fields FROM marks WHERE id = ?", id);
    return row && rowMark(row);
  }

  /** The existing mark on these words of an essay. */
  on(essay: MarkedEssay, anchor: Anchor): Mark | undefined {
    return this.of(essay.file).find((mark) => isOn(mark, { essay, anchor }));
  }

  /** The marks of the essay with the real path `file`, the oldest first, without removed ones. */
  of(file: string): Mark[] {
    return withoutTwins(this.#marks("WHERE file = ?", file).filter(isThere));
  }

  /** All marks, the oldest first, without removed ones. */
  all(): Mark[] {
    return withoutTwins(this.everything().filter(isThere));
  }

  /** The number of marks of each essay that has any, by its file. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { essay } of this.all()) counts.set(essay.file, (counts.get(essay.file) ?? 0) + 1);
    return counts;
  }

  /** All marks as stored, including removed ones. */
  everything(): Mark[] {
    return this.#marks("");
  }

  #marks(where: string, ...values: string[]): Mark[] {
    return this.#file
      .rows(`SELECT id, made, fields FROM marks ${where} ORDER BY made, rowid`, ...values)
      .flatMap((row) => rowMark(row) ?? []);
  }

  #join(id: string, made: number, fields: MarkFields): Mark {
    return this.#file.together((database) => joinIn(database, id, made, fields));
  }
}

/** Merges fields with the stored ones: the later value of each wins. */
function joinIn(database: Database, id: string, made: number, fields: MarkFields): Mark {
  const row = database.prepare("SELECT made, fields FROM marks WHERE id = ?").get(id);
  const first = row ? Math.min(made, Number(row["made"])) : made;
  const all = row ? joined(storedFields(row["fields"]), fields) : fields;
  const mark = markOf(id, first, all);
  if (!mark) throw new Error(`the mark ${id} has no essay or no words`);
  database
    .prepare("INSERT OR REPLACE INTO marks (id, file, made, fields) VALUES (?, ?, ?, ?)")
    .run(id, mark.essay.file, first, JSON.stringify(all));
  return mark;
}

function isThere({ removed }: Mark): boolean {
  return removed === undefined;
}

/** The mark in a row; undefined if its essay or its words can't be read. */
function rowMark({ id, made, fields }: Record<string, unknown>): Mark | undefined {
  const time = Number(made);
  return markOf(String(id), isTime(time) ? time : 0, storedFields(fields));
}
