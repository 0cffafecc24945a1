/**
 * Choosing essays and putting them in order: by tag, by any front matter key, by date, by sort key.
 */
import { type Condition, satisfies } from "./condition.ts";
import { lastDay } from "./date.ts";
import type { Essay } from "./essay.ts";
import { fieldNamed } from "./field-table.ts";
import { filedTitle } from "./filed-title.ts";
import { frontMatterValue } from "./keys.ts";
import type { ReadOf } from "./reading.ts";
import { streamSafe } from "../text/normalized.ts";

/** Which essays to list. An essay must satisfy everything that is given. */
export interface Choice {
  /** The essay must have at least one tag of each entry. */
  readonly tags?: readonly (readonly string[])[];
  readonly withoutTags?: readonly string[];
  readonly where?: readonly Condition[];
  /** First and last date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both included. */
  readonly since?: string;
  readonly until?: string;
  readonly drafts?: boolean;
  readonly sort?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
  /** Whether an essay was read; without this, none was. */
  readonly read?: ReadOf;
}

/** The chosen essays in the order of the choice, up to its limit. */
export function choose(essays: readonly Essay[], choice: Choice): Essay[] {
  const chosen = essays.filter((essay) => isChosen(essay, choice));
  const sorted = sortEssays(chosen, choice.sort ?? "order", choice.reverse ?? false, choice.read);
  return choice.limit === undefined ? sorted : sorted.slice(0, choice.limit);
}

/** Whether an essay satisfies a choice, whatever its order and limit. */
export function isChosen(essay: Essay, choice: Choice): boolean {
  if (essay.draft && !choice.drafts) return false;
  const tags = new Set(essay.tags.map((tag) => tag.toLowerCase()));
  const has = (tag: string): boolean => tags.has(tag.trim().toLowerCase());
  if (choice.tags?.some((anyOf) => !anyOf.some(has))) return false;
  if (choice.withoutTags?.some(has)) return false;
  if (choice.since !== undefined && !(essay.date !== undefined && lastDay(essay.date) >= choice.since))
    return false;
  if (choice.until !== undefined && !(essay.date !== undefined && essay.date <= lastDay(choice.until)))
    return false;
  return (choice.where ?? []).every((condition) =>
    satisfies(valueOf(essay, condition.key, choice.read), condition),
  );
}

/** Whether a choice excludes nothing, except perhaps drafts. */
export function isEverything({ tags = [], withoutTags = [], where = [], since, until }: Choice): boolean {
  return tags.length + withoutTags.length + where.length === 0 && since === undefined && until === undefined;
}

/** A field by its name, or any front matter key, dotted paths included; `read` is what the reader remembers. */
export function valueOf(essay: Essay, key: string, read: ReadOf = () => "no"): unknown {
  const field = fieldNamed(key);
  return field ? field.value(essay, read) : frontMatterValue(essay.data, key);
}

let collator: Intl.Collator | undefined;

/**
 * Compares by the rules of the user's language, which stays the same while ibid runs. The collator is created at the first use, because that takes as long as a
 * whole start.
 */
function compareTexts(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  return collator.compare(streamSafe(a), streamSafe(b));
}

/**
 * Sorts by `key` ascending, dates newest first, `read` as begun, not read, read; then by order, date and
 * title. Essays without the key come last, even if the order is reversed.
 */
export function sortEssays(essays: readonly Essay[], key: string, reverse: boolean, read?: ReadOf): Essay[] {
  const field = fieldNamed(key);
  const valueFor = (essay: Essay): unknown =>
    field?.name === "title" ? filedTitle(essay.title) : valueOf(essay, key, read);
  const keyed = essays.map((essay) => ({ essay, value: valueFor(essay) }));
  const direction = (field?.kind === "date" ? -1 : 1) * (reverse ? -1 : 1);
  keyed.sort((a, b) => compareKeys(a.value, b.value, direction) || byDefault(a.essay, b.essay));
  return keyed.map(({ essay }) => essay);
}

function compareKeys(a: unknown, b: unknown, direction: number): number {
  const [aMissing, bMissing] = [isMissing(a), isMissing(b)];
  if (aMissing || bMissing) return Number(aMissing) - Number(bMissing);
  return direction * compareValues(a, b);
}

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return compareTexts(String(a), String(b));
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** The fields that decide the shelf's own order. */
export type Ordered = Pick<Essay, "order" | "date" | "title" | "path">;

/** The shelf's own order: `order` ascending, then newest first, then by title. */
export function byDefault(a: Ordered, b: Ordered): number {
  return (
    compareKeys(a.order, b.order, 1) ||
    compareDates(a.date, b.date) ||
    compareTexts(filedTitle(a.title), filedTitle(b.title)) ||
    (a.path < b.path ? -1 : 1)
  );
}

/** The newest first, those without a date last. Dates of ISO 8601 can be compared as text. */
function compareDates(a = "", b = ""): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}

/** A tag, as first spelled, and how many essays carry it. */
export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** By name. */
export function byTag(a: TagCount, b: TagCount): number {
  return compareTexts(a.tag, b.tag);
}

/** The most used first, then by name. */
export function byUse(a: TagCount, b: TagCount): number {
  return b.count - a.count || byTag(a, b);
}

/** A tag, as first spelled, and the essays that carry it, in the order given. */
export interface TagGroup {
  readonly tag: string;
  readonly essays: readonly Essay[];
}

/** Every tag with its essays: the most used first, then by name. */
export function groupByTag(essays: readonly Essay[]): TagGroup[] {
  const groups = new Map<string, { tag: string; essays: Essay[] }>();
  for (const essay of essays) {
    for (const tag of essay.tags) {
      const group = groups.get(tag.toLowerCase());
      if (group) group.essays.push(essay);
      else groups.set(tag.toLowerCase(), { tag, essays: [essay] });
    }
  }
  const counted = ({ tag, essays: own }: TagGroup): TagCount => ({ tag, count: own.length });
  return [...groups.values()].sort((a, b) => byUse(counted(a), counted(b)));
}
