/**
 * Slugs: the short names by which essays are opened, and how colliding ones are made distinct.
 */
import { type Keys, valueAt } from "./keys.ts";
import { MARKDOWN } from "../text/markdown-file.ts";
import { pathOf, trimmedEnd } from "../text/trim.ts";
import { sentenceCase } from "../text/sentence-case.ts";

const BUNDLE = /^(?:index|_index|readme)$/i;
const DATE_PREFIX = /^\d{4}-\d{1,2}-\d{1,2}-/;
/** In a year's folder, the rest of a date: `2016/03-24-x`, `2016/03/24-x`. */
const DAY_PREFIX = /^(?:\d{1,2}-)?\d{1,2}-(?=\D)/;
const YEAR_FOLDER = /(?:^|\/)\d{4}\/(?:\d{1,2}\/)?$/;
const LANGUAGE_SUFFIX = /\.([a-z]{2,3})(?:-[A-Za-z]{2,4})?$/;
let languages: Intl.DisplayNames | undefined;

/** The slug from front matter or path, before collisions are resolved. */
export function slugOf(keys: Keys, path: string): string {
  return fromFrontMatter(keys) ?? fromPath(path);
}

function fromFrontMatter(keys: Keys): string | undefined {
  const slug = text(valueAt(keys, "slug"));
  if (slug !== undefined) return lastPart(slug);
  for (const name of ["permalink", "path"]) {
    const value = text(valueAt(keys, name));
    const address = value === undefined ? undefined : pathOf(value.replace(/^[a-z]+:\/\/[^/]*/i, ""));
    if (address !== undefined && !/[:{]/.test(address)) {
      const part = lastPart(address.replace(/\/index\.html?$/, "")).replace(/\.html?$/, "");
      if (part !== "") return part;
    }
  }
  return undefined;
}

function fromPath(path: string): string {
  const name = baseName(path);
  const bare = name.slice(0, name.length - languageSuffix(name).length).replace(NOTIONS_NUMBER, "");
  const folder = path.split("/").at(-2);
  if (BUNDLE.test(bare) && folder !== undefined) return folder.replace(DATE_PREFIX, "") || folder;
  const prefix = YEAR_FOLDER.test(path.slice(0, path.lastIndexOf("/") + 1)) ? DAY_PREFIX : DATE_PREFIX;
  return bare.replace(DATE_PREFIX, "").replace(prefix, "") || name;
}

/** The number that Notion's export appends to each name. */
const NOTIONS_NUMBER = / [\da-f]{32}$/;

/** The suffix of a name that is a language (BCP 47), such as `.fr` or `.pt-BR`; empty where it is not, as in `.js`. */
export function languageSuffix(name: string): string {
  const match = LANGUAGE_SUFFIX.exec(name);
  if (!match) return "";
  languages ??= new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  return languages.of(match[1]!) !== undefined ? match[0] : "";
}

/** A file's name without folders and without Markdown's extension. */
export function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(MARKDOWN, "") || name;
}

/** A file's name made readable: `how-to-ship` becomes `How to ship`. */
export function titleFromPath(path: string): string {
  const words = fromPath(path).replace(/[-_]+/g, " ").trim();
  return words === "" ? baseName(path) : sentenceCase(words);
}

/**
 * Unique names for essays, given by slug and path: if slugs collide, each gets as many folders in front as it
 * needs to be distinct (`de/best-practices`); if that fails, the language or the whole path.
 */
export function distinctSlugs(essays: readonly { slug: string; path: string }[]): string[] {
  const slugs = essays.map((essay) => essay.slug);
  for (const group of collisions(slugs)) {
    const names = shortestDistinct(group.map((index) => pathNames(essays[index]!)));
    group.forEach((index, nth) => (slugs[index] = names[nth]!));
  }
  for (const group of collisions(slugs)) for (const index of group) slugs[index] = essays[index]!.path;
  return slugs;
}

/** Groups of indices whose slugs are the same, compared without case. */
function collisions(slugs: readonly string[]): number[][] {
  const groups = Map.groupBy(slugs.keys(), (index) => slugs[index]!.toLowerCase());
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The folders above an essay (or above its bundle) and, last, its slug with its language. */
function pathNames(essay: { slug: string; path: string }): string[] {
  const parts = essay.path.split("/");
  const name = baseName(essay.path);
  const language = languageSuffix(name);
  const isBundle = BUNDLE.test(name.slice(0, name.length - language.length));
  const folders = parts.slice(0, isBundle && parts.length > 1 ? -2 : -1);
  return [...folders, essay.slug + language];
}

/** The shortest end of each list of names, joined by `/`, that no other list has. */
function shortestDistinct(names: readonly (readonly string[])[]): string[] {
  const end = (name: readonly string[], parts: number): string => name.slice(-parts).join("/");
  const counts = new Map<string, number>();
  for (const name of names) {
    for (let parts = 1; parts <= name.length; parts++) {
      const key = end(name, parts).toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return names.map((name) => {
    let parts = 1;
    while (parts < name.length && counts.get(end(name, parts).toLowerCase()) !== 1) parts++;
    return end(name, parts);
  });
}

function lastPart(path: string): string {
  return trimmedEnd(path, "/").split("/").at(-1) ?? path;
}

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
