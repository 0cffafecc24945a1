/**
 * The candidates of completion: a function for each source that the tables of flags and commands name.
 */
import { parseCondition } from "../essay/condition.ts";
import { FIELD_NAMES, fieldNamed, SORT_NAMES } from "../essay/field-table.ts";
import { frontMatterValue } from "../essay/keys.ts";
import { themes } from "../formats/theme.ts";
import { RULES } from "../library/check/finding.ts";
import { QUERY_FIELDS } from "../search/terms.ts";
import { label } from "../text/visible.ts";
import type { Source } from "../app/flags.ts";
import type { KnownLibrary } from "./known-library.ts";
import { counted } from "../text/counted.ts";

export interface Candidate {
  /** The whole word. */
  readonly value: string;
  readonly help: string;
}

export interface Offer {
  readonly candidates: readonly Candidate[];
  /** What the shell completes if no candidate fits. */
  readonly otherwise?: "files" | "folders";
}

const NOTHING: Offer = { candidates: [] };

/** The most values of a key of the front matter that are offered. */
const MOST_VALUES = 50;

/** The candidates of each source for the word `typed`. They need not begin with it. */
const SOURCES: Readonly<Record<Source, (typed: string, known: KnownLibrary) => Offer>> = {
  essays: (typed, known) => ({
    candidates: known
      .essays(typed.replace(/^\//, ""))
      .map(({ slug, title }) => ({ value: label(slug), help: label(title) })),
    otherwise: "files",
  }),
  // These depend on another word of the line: complete.ts offers them.
  headings: () => NOTHING,
  tags: (_, known) => ({ candidates: tagsOf(known) }),
  keys: (_, known) => ({ candidates: [...new Set([...SORT_NAMES, ...keysOf(known)])].map(bare) }),
  conditions: (typed, known) => ({ candidates: conditionsOf(typed, known) }),
  query: (typed, known) => ({ candidates: queryOf(typed, known) }),
  dates: () => ({ candidates: DATES }),
  rules: () => ({ candidates: Object.entries(RULES).map(([value, help]) => ({ value, help })) }),
  themes: () => ({ candidates: ["auto", ...Object.keys(themes)].map(bare), otherwise: "files" }),
  libraries: (_, known) => ({
    candidates: known.libraries().map((name) => bare(`@${label(name)}`)),
    otherwise: "folders",
  }),
  files: () => ({ candidates: [], otherwise: "files" }),
  number: () => NOTHING,
  text: () => NOTHING,
};

const DATES: readonly Candidate[] = [
  { value: "today", help: "" },
  { value: "yesterday", help: "" },
  { value: "7d", help: "7 days ago" },
  { value: "2w", help: "2 weeks ago" },
  { value: "6m", help: "6 months ago" },
  { value: "1y", help: "a year ago" },
];

/** The candidates of a source for a word. */
export function offerOf(source: Source, typed: string, known: KnownLibrary): Offer {
  return SOURCES[source](typed, known);
}

/** A word of the table itself, without an explanation. */
export function bare(value: string): Candidate {
  return { value, help: "" };
}

function tagsOf(known: KnownLibrary): Candidate[] {
  const counts = new Map<string, number>();
  for (const tag of known.essays().flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([tag, count]) => ({ value: label(tag), help: counted(count, "essay") }));
}

/** The keys of the library's front matter. */
function keysOf(known: KnownLibrary): string[] {
  return [...new Set(known.essays().flatMap(({ data }) => Object.keys(data)))].map(label).filter(isPlain);
}

/** Whether a key can be written in a condition. */
function isPlain(key: string): boolean {
  return key !== "" && !/[=!<>~:\s]/.test(key);
}

const SIGNS = ["=", "!=", "~"];
const SIGNS_OF_ORDER = ["=", "<", ">", "<=", ">="];

/** Only the key of a condition matters. */
const ANY_DAY = "2000-01-01";

/** Keys until one is typed, then the possible operators, then values. */
function conditionsOf(typed: string, known: KnownLibrary): Candidate[] {
  const parsed = /[=~]/.test(typed) ? parseCondition(typed, ANY_DAY) : undefined;
  if (typeof parsed === "object") {
    const start = typed.slice(0, typed.length - parsed.value.length);
    return valuesOf(parsed.key, known).map((value) => bare(start + value));
  }
  const keys = [...new Set([...FIELD_NAMES, ...keysOf(known)])].filter((key) => key.startsWith(typed));
  return keys.flatMap((key) =>
    key === typed || keys.length === 1 ? signsOf(key).map((sign) => bare(key + sign)) : [bare(`${key}=`)],
  );
}

function signsOf(key: string): readonly string[] {
  const kind = fieldNamed(key)?.kind;
  return kind === "number" || kind === "date" ? SIGNS_OF_ORDER : SIGNS;
}

function valuesOf(key: string, known: KnownLibrary): readonly string[] {
  const field = fieldNamed(key);
  if (field?.values) return field.values;
  if (field?.kind === "list") return tagsOf(known).map(({ value }) => value);
  const values = known.essays().flatMap(({ data }) => frontMatterValue(data, key));
  const texts = values.filter((one) => typeof one === "string" || typeof one === "number");
  return [...new Set(texts.map((one) => label(String(one))))].slice(0, MOST_VALUES);
}

/** Fields for the last word of a query, and tags after `tag:`. */
function queryOf(typed: string, known: KnownLibrary): Candidate[] {
  const before = typed.slice(0, typed.lastIndexOf(" ") + 1);
  const tag = /^-?tag:/i.exec(typed.slice(before.length))?.[0];
  if (tag === undefined) return QUERY_FIELDS.map((field) => bare(`${before}${field}:`));
  return tagsOf(known)
    .filter(({ value }) => !/\s/.test(value))
    .map(({ value, help }) => ({ value: before + tag + value, help }));
}
