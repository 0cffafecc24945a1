/**
 * The lines under an essay's title: subtitle, date, authors, series and tags, if they are known.
 */
import { label } from "../text/visible.ts";
import { longDate } from "./date.ts";
import type { Essay, FrontMatter } from "./essay.ts";
import { frontMatterValue, keysOf } from "./keys.ts";

/** More authors than this are shown as a number. */
const MOST_AUTHORS = 3;

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The parts in order, each on one line and safe to show. */
export function byline(essay: Pick<Essay, "data" | "date" | "tags">): string[] {
  const { data, date, tags } = essay;
  return [
    textAt(data, ["subtitle", "subheading"]),
    date === undefined ? undefined : longDate(date),
    authors(data),
    textAt(data, ["series"]),
    ...tagParts(tags.map(label)),
  ].filter((part): part is string => part !== undefined && part !== "");
}

/** Tags in one part; if one runs from right to left, each in its own, because a comma would be moved among them. */
function tagParts(tags: readonly string[]): readonly string[] {
  return tags.some((tag) => RIGHT_TO_LEFT.test(tag)) ? tags : [tags.join(", ")];
}

/** The names of an essay's authors, each once. */
export function authorsOf({ data }: Pick<Essay, "data">): string[] {
  const names = ["author", "authors", "creator"].flatMap((key) => namesIn(frontMatterValue(data, key)));
  return [...new Set(names)];
}

function authors(data: FrontMatter): string | undefined {
  const all = authorsOf({ data });
  return all.length > MOST_AUTHORS ? `${all[0]} and ${all.length - 1} others` : all.join(", ") || undefined;
}

function textAt(data: FrontMatter, keys: readonly string[]): string | undefined {
  return keys.flatMap((key) => namesIn(frontMatterValue(data, key)))[0];
}

/** The names in a string, a list of strings, or maps with a name. */
function namesIn(value: unknown): string[] {
  if (typeof value === "string") return label(value) === "" ? [] : [label(value)];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  const keys = keysOf(value);
  return namesIn(keys.get("name") ?? keys.get("title"));
}
