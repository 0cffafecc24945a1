/**
 * `--template '{{slug}}\t{{title}}'`: prints a line for each item.
 */
import { valueOf } from "../essay/choose.ts";
import type { ReadOf } from "../essay/reading.ts";
import type { Essay } from "../essay/essay.ts";
import { label } from "../text/visible.ts";
import { checkKey, type Choosable } from "./choice.ts";
import { tableOf } from "../text/own.ts";

/** A key between double braces, or an escape. */
const PART = /\{\{([^{}]+)\}\}|\\([tn0\\])/g;
const ESCAPES = tableOf<string>({ t: "\t", n: "\n", "0": "\0", "\\": "\\" });

/** The keys of a template. */
export function keysOf(template: string): string[] {
  return Array.from(template.matchAll(PART), ([, key]) => key?.trim() ?? "").filter((key) => key !== "");
}

/** Throws `UsageError` for a key that no essay has. */
export async function checkTemplate(template: string, library: Pick<Choosable, "all">): Promise<void> {
  for (const key of keysOf(template)) await checkKey(library, key, `--template {{${key}}}`);
}

/** Returns a function that fills in a template with fields and front matter keys; a missing one is empty. */
export function templateOf(template: string, read?: ReadOf): (essay: Essay) => string {
  return (essay) => filledIn(template, (key) => valueOf(essay, key, read));
}

/** A template with each key's value in its place. */
export function filledIn(template: string, valueOfKey: (key: string) => unknown): string {
  return template.replace(PART, (whole, key: string | undefined, escape: string | undefined) => {
    if (key === undefined) return ESCAPES[escape!]!;
    return key.trim() === "" ? whole : textOf(valueOfKey(key.trim()));
  });
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  return label(typeof value === "string" ? value : JSON.stringify(value));
}
