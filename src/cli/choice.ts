/**
 * Which essays a command is about: those that the options choose, in the order that they ask for.
 */
import { UsageError } from "../app/arguments.ts";
import type { Options } from "../app/options.ts";
import { type Choice, choose, valueOf } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { FIELD_NAMES } from "../essay/field-table.ts";
import { candidateOf, fuzzyIndex } from "../search/fuzzy.ts";
import { nearest } from "../text/nearest.ts";

type Chosen = Pick<Options, "choice" | "match">;

/** The essays that the options choose; those that match best first, unless an order is asked for. */
export function chooseEssays(essays: readonly Essay[], { choice: all, match }: Chosen): Essay[] {
  checkChoice(essays, all);
  const { limit, ...choice } = all;
  const chosen = choose(essays, choice);
  const matching = match === undefined ? chosen : matchingEssays(chosen, match, choice);
  return limit === undefined ? matching : matching.slice(0, limit);
}

/** Throws `UsageError` for a tag or a front matter key that no essay has: it is a slip of the pen. */
export function checkChoice(essays: readonly Essay[], { tags = [], where = [] }: Choice): void {
  if (essays.length === 0) return;
  const known = new Map(essays.flatMap((essay) => essay.tags).map((tag) => [tag.toLowerCase(), tag]));
  for (const anyOf of tags) {
    if (anyOf.some((tag) => known.has(tag.toLowerCase()))) continue;
    const tag = anyOf.join(",");
    const message = `tag ${tag}: no essay has ${anyOf.length > 1 ? "one of these tags" : "this tag"}`;
    throw unknown(message, tag, [...known.values()]);
  }
  for (const { key, value } of where) {
    if (key.toLowerCase() === "read" && !READ_STATES.includes(value.toLowerCase()))
      throw new UsageError(`--where read=${value}: not one of ${READ_STATES.join(", ")}`);
    checkKey(essays, key, `--where ${key}`);
  }
}

/** Throws `UsageError` for a key that is no field and that no essay has in its front matter. */
export function checkKey(
  essays: readonly Essay[],
  key: string,
  what: string,
  value: (essay: Essay, key: string) => unknown = valueOf,
): void {
  if (essays.length === 0 || FIELD_NAMES.includes(key.toLowerCase())) return;
  if (essays.some((essay) => value(essay, key) !== undefined)) return;
  const keys = new Set(essays.flatMap(({ data }) => Object.keys(data)));
  throw unknown(`${what}: no essay has this key`, key, [...FIELD_NAMES, ...keys]);
}

const READ_STATES = ["no", "begun", "yes"];

function unknown(message: string, wrong: string, names: readonly string[]): UsageError {
  const near = nearest(wrong, names)[0];
  return new UsageError(`${message}${near === undefined ? "" : `; did you mean ${near}?`}`);
}

function matchingEssays(essays: readonly Essay[], words: string, { sort, reverse }: Choice): Essay[] {
  const found = fuzzyIndex(essays.map(candidateOf)).search(words);
  if (sort === undefined) return (reverse ? found.reverse() : found).map((index) => essays[index]!);
  const matching = new Set(found);
  return essays.filter((_, index) => matching.has(index));
}
