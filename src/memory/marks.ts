/**
 * The reader's own marks, kept. Each is a row, and each of its fields has the time of its last change: what another process,
 * or another machine, did to another field stays. What is removed leaves its tombstone.
 */
import { randomUUID } from "node:crypto";
import type { Anchor, Mark, MarkedEssay } from "../marks/mark.ts";
import type { Kept } from "./kept.ts";
import { fieldsOf, joined, markOf, type MarkFields } from "./mark-fields.ts";

/** What of a mark may be changed. */
export type MarkChange = Partial<Pick<Mark, "essay" | "anchor" | "removed" | "extra">> & {
  readonly note?: string | undefined;
};

export class Marks {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** Keeps a new mark; `at` is now, in milliseconds of Unix time. */
  add(
    essay: MarkedEssay,
    anchor: Anchor,
    at: number,
    { note, id = randomUUID(), extra = {} }: Partial<Pick<Mark, "note" | "id" | "extra">> = {},
  ): Mark {
    return this.#join(id, at, fieldsOf({ essay, anchor, note, removed: undefined, extra }, at));
  }

  /** Takes a mark from elsewhere as it is; where it is known, each field as it was set last. */
  put({ id, made, changed, ...fields }: Mark): Mark {
    return this.#join(id, made, fieldsOf(fields, changed));
  }

  /** Changes what `change` names; undefined if there is no such mark. `note: undefined` takes the note away. */
  change(id: string, change: MarkChange, at: number): Mark | undefined {
    const own = this.get(id);
    return own && this.#join(id, own.made, fieldsOf(change, Math.max(at, own.changed + 1)));
  }

  /** Removes a mark: it leaves a tombstone, from which `restore` brings it back. */
  remove(id: string, at: number): Mark | undefined {
    return this.change(id, { removed: at }, at);
  }

  restore(id: string, at: number): Mark | undefined {
    return this.change(id, { removed: undefined }, at);
  }

  /** A mark, removed or not. */
  get(id: string): Mark | undefined {
    const [row] = this.#kept.rows("SELECT id, made, fields FROM marks WHERE id = ?", id);
    return row && rowMark(row);
  }

  /** The marks of an essay, by its file as `realpath` has it, in the order in which they were made; what was removed left out. */
  of(file: string): Mark[] {
    return this.#marks("WHERE file = ?", file).filter(({ removed }) => removed === undefined);
  }

  /** Every mark in the order in which they were made, what was removed left out. */
  all(): Mark[] {
    return this.everything().filter(({ removed }) => removed === undefined);
  }

  /** How many marks each essay has, by its file; those without any are left out. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { essay } of this.all()) counts.set(essay.file, (counts.get(essay.file) ?? 0) + 1);
    return counts;
  }

  /** Every mark, tombstones too. */
  everything(): Mark[] {
    return this.#marks("");
  }

  #marks(where: string, ...values: string[]): Mark[] {
    return this.#kept
      .rows(`SELECT id, made, fields FROM marks ${where} ORDER BY made, id`, ...values)
      .map(rowMark);
  }

  /** Joins fields with those that are there: of each, the later one holds. */
  #join(id: string, made: number, fields: MarkFields): Mark {
    return this.#kept.together((database) => {
      const row = database.prepare("SELECT made, fields FROM marks WHERE id = ?").get(id);
      const first = row ? Math.min(made, Number(row["made"])) : made;
      const all = row ? joined(JSON.parse(String(row["fields"])) as MarkFields, fields) : fields;
      const mark = markOf(id, first, all);
      database
        .prepare("INSERT OR REPLACE INTO marks (id, file, made, fields) VALUES (?, ?, ?, ?)")
        .run(id, mark.essay.file, first, JSON.stringify(all));
      return mark;
    });
  }
}

function rowMark(row: Record<string, unknown>): Mark {
  return markOf(String(row["id"]), Number(row["made"]), JSON.parse(String(row["fields"])) as MarkFields);
}
