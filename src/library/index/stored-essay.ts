/**
 * Converts an essay between the index's row and the type that the rest of the program uses.
 */
import { join } from "node:path";
import type { Essay } from "../../essay/essay.ts";
import { DamageError, stored } from "../../system/sqlite-error.ts";

/** An essay's row in `files`; columns of JSON are text. */
export interface FileRow {
  readonly id: number;
  readonly path: string;
  readonly slug: string;
  readonly fields: string;
  readonly data: string;
  /** 1 if `data` is JSON: it is parsed when the index can't be asked again. */
  readonly sound: number;
  readonly problems: string;
}

/** The columns of a `FileRow`. */
export const FILE_COLUMNS = "id, path, slug, fields, data, json_valid(data) AS sound, problems";

/** The columns that decide an essay's place on the shelf. */
export interface PlaceRow {
  readonly id: number;
  readonly path: string;
  readonly title: string;
  readonly order: number | null;
  readonly date: string | null;
  readonly place: number;
}

/** A link as it was written. */
export interface StoredLink {
  /** The path of the essay that contains it. */
  readonly path: string;
  /** The index of the top-level block that contains it. */
  readonly block: number;
  readonly href: string;
  readonly text: string;
}

/** An essay's slug, and the one before collisions are resolved. */
export interface SlugRow {
  readonly id: number;
  readonly path: string;
  readonly own_slug: string;
  readonly slug: string;
}

/**
 * Front matter is parsed at each use and not kept, because most essays never need it. An instance of a class takes a
 * third of the memory of an object with getters, and there may be ten thousand. Throws `DamageError`.
 */
export function essayOf(row: FileRow, folder: string): Essay {
  if (row.sound === 0) throw new DamageError(`the front matter of ${row.path} is no JSON`);
  return Object.assign(new StoredEssay(row, folder), parsed(row.fields) as Fields);
}

function parsed(json: string): unknown {
  return stored(() => JSON.parse(json) as unknown);
}

type Fields = Omit<Essay, "slug" | "path" | "file" | "data" | "problems">;

const NONE: Essay["problems"] = [];

/** `data` is a getter of the class, so a copy made by spreading lacks it: do not spread an essay of a library. */
class StoredEssay {
  readonly slug: string;
  readonly path: string;
  readonly file: string;
  readonly problems: Essay["problems"];
  readonly #data: string;

  constructor({ path, slug, data, problems }: FileRow, folder: string) {
    this.slug = slug;
    this.path = path;
    this.file = join(folder, path);
    this.#data = data;
    this.problems = problems === "[]" ? NONE : (parsed(problems) as Essay["problems"]);
  }

  get data(): Essay["data"] {
    return parsed(this.#data) as Essay["data"];
  }
}
