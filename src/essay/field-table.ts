/**
 * The table of an essay's fields, which `--sort`, `--where`, templates and completion share. Any other name is a
 * front matter key.
 */
import { minutes } from "../text/words.ts";
import type { Essay } from "./essay.ts";
import { READ_STATES, type ReadOf } from "./reading.ts";

interface Field {
  readonly name: string;
  /** What its values are: numbers and dates have an order and ranges, of a choice `values` are all that there are. */
  readonly kind: "number" | "date" | "choice" | "list" | "text";
  readonly values?: readonly string[];
  readonly value: (essay: Essay, read: ReadOf) => unknown;
  /** Whether it is part of what ibid remembers of the user's reading, not of the essay. */
  readonly isRemembered?: true;
  /** Whether the shelf can be sorted by it: `asked` by its name, `cycled` also by the reader's key. */
  readonly sorts?: "cycled" | "asked";
}

/** Completion offers the fields in this order. */
const FIELDS: readonly Field[] = [
  { name: "order", kind: "number", value: ({ order }) => order, sorts: "cycled" },
  { name: "date", kind: "date", value: ({ date }) => date, sorts: "cycled" },
  { name: "title", kind: "text", value: ({ title }) => title, sorts: "cycled" },
  { name: "words", kind: "number", value: ({ words }) => words, sorts: "cycled" },
  { name: "path", kind: "text", value: ({ path }) => path, sorts: "asked" },
  {
    name: "read",
    kind: "choice",
    values: READ_STATES,
    value: (essay, read) => read(essay),
    isRemembered: true,
    sorts: "cycled",
  },
  {
    name: "marks",
    kind: "number",
    value: (essay, read) => read.marks?.(essay) ?? 0,
    isRemembered: true,
    sorts: "asked",
  },
  { name: "slug", kind: "text", value: ({ slug }) => slug, sorts: "asked" },
  { name: "tags", kind: "list", value: ({ tags }) => tags },
  { name: "draft", kind: "choice", values: ["true", "false"], value: ({ draft }) => draft },
  { name: "description", kind: "text", value: ({ description }) => description },
  { name: "minutes", kind: "number", value: ({ words }) => minutes(words) },
  { name: "file", kind: "text", value: ({ file }) => file },
];

export const FIELD_NAMES: readonly string[] = FIELDS.map(({ name }) => name);
export const SORT_NAMES: readonly string[] = FIELDS.filter(({ sorts }) => sorts).map(({ name }) => name);
/** The orders that the reader's key goes through. */
export const CYCLED_SORTS: readonly string[] = FIELDS.filter(({ sorts }) => sorts === "cycled").map(
  ({ name }) => name,
);

const byName = new Map(FIELDS.map((field) => [field.name, field]));

/** The field with this name, in any case; undefined if there is none. */
export function fieldNamed(name: string): Field | undefined {
  return byName.get(name.toLowerCase());
}
