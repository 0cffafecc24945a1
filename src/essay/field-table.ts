/**
 * The table of an essay's fields, which `--sort`, `--where`, templates and completion share. Any other name is a
 * front matter key.
 */
import { minutes } from "../text/words.ts";
import type { Essay } from "./essay.ts";
import type { ReadOf } from "./reading.ts";

interface Field {
  readonly name: string;
  readonly value: (essay: Essay, read: ReadOf) => unknown;
  /** Whether the shelf can be sorted by it. Completion offers the fields in the order of this table. */
  readonly sorts: boolean;
}

export const FIELDS: readonly Field[] = [
  { name: "order", value: ({ order }) => order, sorts: true },
  { name: "date", value: ({ date }) => date, sorts: true },
  { name: "title", value: ({ title }) => title, sorts: true },
  { name: "words", value: ({ words }) => words, sorts: true },
  { name: "path", value: ({ path }) => path, sorts: true },
  { name: "read", value: (essay, read) => read(essay), sorts: true },
  { name: "marks", value: (essay, read) => read.marks?.(essay) ?? 0, sorts: true },
  { name: "slug", value: ({ slug }) => slug, sorts: true },
  { name: "tags", value: ({ tags }) => tags, sorts: false },
  { name: "draft", value: ({ draft }) => draft, sorts: false },
  { name: "description", value: ({ description }) => description, sorts: false },
  { name: "minutes", value: ({ words }) => minutes(words), sorts: false },
  { name: "file", value: ({ file }) => file, sorts: false },
];

export const FIELD_NAMES: readonly string[] = FIELDS.map(({ name }) => name);
export const SORT_NAMES: readonly string[] = FIELDS.filter(({ sorts }) => sorts).map(({ name }) => name);

const byName = new Map(FIELDS.map((field) => [field.name, field]));

/** The field with this name, in any case; undefined if there is none. */
export function fieldNamed(name: string): Field | undefined {
  return byName.get(name.toLowerCase());
}
