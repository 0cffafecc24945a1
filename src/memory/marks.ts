/**
 * The store of the user's marks. Each is a row, and each field has the time of its last change, so changes of other fields by another
 * process or machine are kept. A removed mark leaves a tombstone.
 */
import type { Anchor, Mark, MarkedEssay } from "../marks/mark.ts";
import { isTime } from "../text/timestamp.ts";
import type { Kept } from "./kept.ts";
import { fieldsOf, joined, markOf, type MarkFields, storedFields } from "./mark-fields.ts";

/** node:crypto is loaded when a mark is made: loading it takes longer than the rest of a start. */
function newId(): string {
  return process.getBuiltinModule("node:crypto").randomUUID();
}

/** The fields of a mark that may be changed. */
export type MarkChange = Partial<Pick<Mark, "essay" | "anchor" | "removed" | "extra">> & {
  readonly note?: string | undefined;
};

export class Marks {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
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
  change(id: string, change: MarkChange, at: number): Mark | undefined {
    const own = this.get(id);
    return own && this.#join(id, own.made, fieldsOf(change, Math.max(at, own.changed + 1)));
  }

  /** Removes a mark and leaves a tombstone, which `restore` undoes. */
  remove(id: string, at: number): Mark | undefined {
    return this.change(id, { removed: at }, at);
  }

  restore(id: string, at: number): Mark | undefined {
    return this.change(id, { removed: undefined }, at);
  }

  /** Returns a mark, even a removed one. */
  get(id: string): Mark | undefined {
    const [row] = this.#kept.rows("SELECT id, made, fields FROM marks WHERE id = ?", id);
    return row && rowMark(row);
  }

  /** The marks of the essay with the real path `file`, the oldest first, without removed ones. */
  of(file: string): Mark[] {
    return this.#marks("WHERE file = ?", file).filter(({ removed }) => removed === undefined);
  }

  /** All marks, the oldest first, without removed ones. */
  all(): Mark[] {
    return this.everything().filter(({ removed }) => removed === undefined);
  }

  /** The number of marks of each essay that has any, by its file. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { essay } of this.all()) counts.set(essay.file, (counts.get(essay.file) ?? 0) + 1);
    return counts;
  }

  /** All marks, removed ones too. */
  everything(): Mark[] {
    return this.#marks("");
  }

  #marks(where: string, ...values: string[]): Mark[] {
    return this.#kept
      .rows(`SELECT id, made, fields FROM marks ${where} ORDER BY made, rowid`, ...values)
      .flatMap((row) => rowMark(row) ?? []);
  }

  /** Joins fields with the stored ones: the later value of each wins. */
  #join(id: string, made: number, fields: MarkFields): Mark {
    return this.#kept.together((database) => {
      const row = database.prepare("SELECT made, fields FROM marks WHERE id = ?").get(id);
      const first = row ? Math.min(made, Number(row["made"])) : made;
      const all = row ? joined(storedFields(row["fields"]), fields) : fields;
      const mark = markOf(id, first, all);
      if (!mark) throw new Error(`the mark ${id} has no essay or no words`);
      database
        .prepare("INSERT OR REPLACE INTO marks (id, file, made, fields) VALUES (?, ?, ?, ?)")
        .run(id, mark.essay.file, first, JSON.stringify(all));
      return mark;
    });
  }
}

/** The mark in a row; undefined if its essay or its words can't be read. */
function rowMark({ id, made, fields }: Record<string, unknown>): Mark | undefined {
  const time = Number(made);
  return markOf(String(id), isTime(time) ? time : 0, storedFields(fields));
}
