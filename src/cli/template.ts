/**
 * `--template '{{slug}}\t{{title}}'`: a line of one's own for each essay.
 */
import { type ReadOf, valueOf } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { nearest } from "../text/nearest.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { label } from "../text/visible.ts";
import { minutes } from "../text/words.ts";

/** What stands between double braces, or an escape. */
const PART = /\{\{\s*([^{}]+?)\s*\}\}|\\([tn0\\])/g;
const ESCAPES: Readonly<Record<string, string>> = { t: "\t", n: "\n", "0": "\0", "\\": "\\" };

/** Throws `UsageError` for a key that no essay has. */
export function checkTemplate(template: string, essays: readonly Essay[]): void {
  for (const [, key] of template.matchAll(PART)) {
    if (key === undefined || KEYS.includes(key.toLowerCase()) || essays.length === 0) continue;
    if (essays.some((essay) => fieldOf(essay, key) !== undefined)) continue;
    const near = nearest(key, KEYS)[0];
    throw new UsageError(
      `--template {{${key}}}: no essay has this key${near ? `; did you mean ${near}?` : ""}`,
    );
  }
}

const KEYS = [
  "slug",
  "title",
  "order",
  "date",
  "tags",
  "description",
  "draft",
  "words",
  "minutes",
  "path",
  "file",
  "read",
];

/** A function that fills a template in: fields, and front matter keys with dots; what an essay has not is empty. */
export function templateOf(template: string, read?: ReadOf): (essay: Essay) => string {
  return (essay) => filledIn(template, (key) => fieldOf(essay, key, read));
}

/** A template with each key's value in its place. */
export function filledIn(template: string, valueOfKey: (key: string) => unknown): string {
  return template.replace(PART, (_, key: string | undefined, escape: string | undefined) =>
    key === undefined ? ESCAPES[escape!]! : textOf(valueOfKey(key)),
  );
}

/** A line for each, or what `-0` ends. */
export function linesOf(texts: readonly string[], args: Arguments): string {
  const end = args.flags.has("null") ? "\0" : "\n";
  return texts.map((text) => text + end).join("");
}

function fieldOf(essay: Essay, key: string, read?: ReadOf): unknown {
  switch (key.toLowerCase()) {
    case "file":
      return essay.file;
    case "minutes":
      return minutes(essay.words);
    default:
      return valueOf(essay, key, read);
  }
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  return label(
    typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean),
  );
}
