/**
 * An essay as the index keeps it, and as everything else knows it.
 */
import { join } from "node:path";
import type { Essay } from "../../essay/essay.ts";

/** An essay's row in `files`, columns of JSON as text. */
export interface FileRow {
  readonly id: number;
  readonly path: string;
  readonly slug: string;
  readonly fields: string;
  readonly data: string;
  readonly problems: string;
}

/** What an essay's place on the shelf goes by. */
export interface PlaceRow {
  readonly id: number;
  readonly path: string;
  readonly title: string;
  readonly order: number | null;
  readonly date: string | null;
  readonly place: number | null;
}

/** A link as it was found. */
export interface StoredLink {
  /** Path of the essay that it stands in. */
  readonly path: string;
  /** Index of the top-level block that it stands in. */
  readonly block: number;
  readonly href: string;
  readonly text: string;
}

/** The slug that an essay has, and the one that it would have by itself. */
export interface SlugRow {
  readonly id: number;
  readonly path: string;
  readonly own_slug: string;
  readonly slug: string | null;
}

/**
 * Front matter is parsed when it is asked for: most essays are never asked. An instance of a class takes a third of what an
 * object with getters of its own takes, and there may be ten thousand.
 */
export function essayOf(row: FileRow, folder: string): Essay {
  return Object.assign(new StoredEssay(row, folder), JSON.parse(row.fields) as Fields);
}

type Fields = Omit<Essay, "slug" | "path" | "file" | "data" | "problems">;

const NONE: Essay["problems"] = [];

/** As its `data` stands in the class, a copy made by spreading has none: nothing does that with an essay of a library. */
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
    this.problems = problems === "[]" ? NONE : (JSON.parse(problems) as Essay["problems"]);
  }

  get data(): Essay["data"] {
    return JSON.parse(this.#data) as Essay["data"];
  }
}
