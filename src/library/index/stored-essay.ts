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

/** Front matter and problems are parsed when they are asked for: most essays are never asked. */
export function essayOf({ path, slug, fields, data, problems }: FileRow, folder: string): Essay {
  return {
    ...(JSON.parse(fields) as Omit<Essay, "slug" | "path" | "file" | "data" | "problems">),
    slug,
    path,
    file: join(folder, path),
    get data() {
      return JSON.parse(data) as Essay["data"];
    },
    get problems() {
      return problems === "[]" ? [] : (JSON.parse(problems) as Essay["problems"]);
    },
  };
}
