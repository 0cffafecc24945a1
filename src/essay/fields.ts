/**
 * Reads fields from front matter: the keys of each field, in order, and the problems of their values.
 *
 * The keys are those of Jekyll, Hugo, Zola, Docusaurus, Just the Docs, Starlight, Gatsby, Astro, VuePress, Obsidian and their themes.
 */
import { dateInPath, hasImpossibleTime, parseDate } from "./date.ts";
import type { FrontMatter, Problem } from "./essay.ts";
import { keysOf, type Keys, valueAt } from "./keys.ts";
import { slugOf } from "./slug.ts";
import { untagged } from "./untagged.ts";
import { isRecord } from "../text/is-record.ts";

/** The fields found in front matter and path. A field without a value is absent. */
export interface Fields {
  readonly title?: string;
  readonly order?: number;
  readonly date?: string;
  readonly tags: readonly string[];
  readonly description?: string;
  readonly draft: boolean;
  readonly slug: string;
  readonly problems: readonly Problem[];
}

/** `name` is the title of an author's or a project's page. */
const TITLE = ["title", "name"];
const ORDER = ["order", "weight", "nav_order", "sidebar_position", "sidebar.order"];
const DATE = (
  "date|published|published_at|pubDate|publishDate|pubDatetime|publishedAt|publish_date|published_date|datePublished|" +
  "date_published|created|created_at|createdAt|date_created|dateCreated|date created"
).split("|");
const TAGS = "tags categories keywords topics taxonomies.tags taxonomies.categories tag category".split(" ");
/** Keys whose value is one tag, which may have blanks. */
const SINGLE: ReadonlySet<string> = new Set(["tag", "category"]);
const DESCRIPTION = ["description", "summary", "excerpt", "subtitle"];
const DRAFT_FOLDER = /(?:^|\/)_?drafts\//i;

/** The fields of the essay at `path` (from the library's folder, with `/`) with this front matter. */
export function readFields(data: FrontMatter, path: string): Fields {
  const keys = keysOf(data);
  const problems: Problem[] = [];
  const report = (message: string, key?: string): void => {
    problems.push({ rule: "field", severity: "warning", message, ...(key !== undefined && { key }) });
  };
  const title = readText(keys, TITLE, report);
  const order = readOrder(keys, report);
  const date = readDate(keys, path, report);
  const description = readText(keys, DESCRIPTION, report);
  return {
    ...(title !== undefined && { title: withoutCode(title) }),
    ...(order !== undefined && { order }),
    ...(date !== undefined && { date }),
    ...(description !== undefined && { description }),
    tags: readTags(keys, report),
    draft: isDraft(keys, path, report),
    slug: slugOf(keys, path),
    problems,
  };
}

/** A title is one line of text: code in it loses its backticks. */
function withoutCode(title: string): string {
  return title.replace(/`([^`]+)`/g, "$1");
}

type Report = (message: string, key?: string) => void;

function readText(keys: Keys, names: readonly string[], report: Report): string | undefined {
  for (const name of names) {
    const value = valueAt(keys, name);
    if (value === undefined || value === null || value === "") continue;
    const text = scalarText(value);
    if (text === undefined) report(`${name} is not text`, name);
    else if (text.trim() !== "") return untagged(text);
  }
  return undefined;
}

function readOrder(keys: Keys, report: Report): number | undefined {
  for (const name of ORDER) {
    const value = valueAt(keys, name);
    if (value === undefined || value === null || value === "") continue;
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
    if (typeof number === "number" && Number.isFinite(number)) return number;
    report(`${name}: ${scalarText(value) ?? "a list or a map"} is not a number`, name);
  }
  return undefined;
}

function readDate(keys: Keys, path: string, report: Report): string | undefined {
  for (const name of DATE) {
    const value = dateValue(valueAt(keys, name));
    if (value === undefined || value === null || value === "" || typeof value === "boolean") continue;
    const text = scalarText(value);
    const date = text === undefined ? undefined : parseDate(text);
    if (date !== undefined) {
      if (hasImpossibleTime(text!)) report(`${name}: ${text} is not a time of day`, name);
      return date;
    }
    // A template's placeholder is not a mistake: the generator fills it in.
    if (text?.includes("{{")) continue;
    report(`${name}: ${text ?? "a list or a map"} is not a date`, name);
  }
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^\d{4}-\d{2}-\d{2}-/.test(name) && dateInPath(name) === undefined) {
    report(`the file name begins with ${name.slice(0, 10)}, which is not a date`);
  }
  const permalink = valueAt(keys, "permalink") ?? valueAt(keys, "path");
  return dateInPath(path) ?? (typeof permalink === "string" ? dateInPath(permalink) : undefined);
}

/** Some generators keep several dates in a map; the essay's is that of publication. */
function dateValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const inner = keysOf(value);
  return ["published", "created", "date", "start"].map((name) => inner.get(name)).find(Boolean) ?? value;
}

/** Tags without duplicates, compared without case; the first spelling is kept. */
function readTags(keys: Keys, report: Report): string[] {
  for (const name of TAGS) {
    const value = valueAt(keys, name);
    if (isRecord(value)) report(`${name} is not a list`, name);
    const tags = tagList(valueAt(keys, name), SINGLE.has(name), (message) =>
      report(`${name}: ${message}`, name),
    );
    if (tags.length === 0) continue;
    const seen = new Map<string, string>();
    for (const tag of tags) if (!seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
    return [...seen.values()];
  }
  return [];
}

function tagList(value: unknown, isSingle: boolean, report: (message: string) => void): string[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => {
      const tag = scalarText(item) ?? labelOf(item);
      if (tag === undefined && item !== null && item !== undefined) report("a tag is not text");
      return tag?.trim() || [];
    });
  const text = scalarText(value)?.trim();
  if (!text) return [];
  // Pelican splits at semicolons, so that a tag may hold a comma.
  if (text.includes(";")) return text.split(";").flatMap((tag) => tag.trim() || []);
  const parts = isSingle || /[,،、，]/.test(text) ? text.split(/[,،、，]/) : text.split(/\s+/);
  return parts.map((tag) => tag.trim()).filter((tag) => tag !== "");
}

/** The words of a tag that is a map (docusaurus.io, "Blog": `label` and `permalink`). */
function labelOf(item: unknown): string | undefined {
  const keys = keysOf(item);
  return ["label", "name", "title"].map((name) => scalarText(keys.get(name))).find(Boolean);
}

function isDraft(keys: Keys, path: string, report: Report): boolean {
  const draft = valueAt(keys, "draft");
  const isHeldBack = ["published", "publish", "isPublished"].some((name) => isFalse(valueAt(keys, name)));
  const isCalledDraft = ["draft", "isDraft"].some((name) => isTrue(valueAt(keys, name)));
  const isSaid = draft === undefined || draft === null || draft === "" || isTrue(draft) || isFalse(draft);
  if (!isSaid) report("draft is neither true nor false", "draft");
  // Pelican's name for this key; other programs also use it for other values.
  const status = scalarText(valueAt(keys, "status"))?.trim().toLowerCase();
  return isCalledDraft || isHeldBack || status === "draft" || DRAFT_FOLDER.test(path);
}

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === "string" && /^(true|yes)$/i.test(value.trim()));
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === "string" && /^(false|no)$/i.test(value.trim()));
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);
  return undefined;
}
