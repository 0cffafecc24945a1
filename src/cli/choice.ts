/**
 * Chooses and sorts the essays of a command by its options.
 */
import { UsageError } from "../app/arguments.ts";
import type { Options } from "../app/options.ts";
import { type Choice, valueOf } from "../essay/choose.ts";
import type { Essay } from "../essay/essay.ts";
import { FIELD_NAMES, fieldNamed } from "../essay/field-table.ts";
import type { Library } from "../library/library.ts";
import { nearest } from "../text/nearest.ts";

type Chosen = Pick<Options, "choice" | "match">;

/** The essays to choose from. */
export type Shelf = Pick<Library, "essays" | "selected">;

/** The chosen essays; with `--match` the best first, unless `--sort` is given. */
export async function chooseEssays(
  library: Shelf,
  { choice: all, match }: Chosen,
): Promise<readonly Essay[]> {
  checkChoice(library, all);
  if (match === undefined) return library.selected(all);
  const { limit, ...choice } = all;
  const matching = await matchingEssays(library.selected(choice), match, choice);
  return limit === undefined ? matching : matching.slice(0, limit);
}

/** Throws `UsageError` for a tag or a front matter key that no essay has: a typing mistake. */
export function checkChoice(library: Shelf, { tags = [], where = [] }: Choice): void {
  for (const anyOf of tags) {
    if (library.selected({ tags: [anyOf], drafts: true, limit: 1 }).length > 0 || library.essays.length === 0)
      continue;
    const tag = anyOf.join(",");
    const message = `tag ${tag}: no essay has ${anyOf.length > 1 ? "one of these tags" : "this tag"}`;
    throw unknown(message, tag, [...new Set(library.essays.flatMap((essay) => essay.tags))]);
  }
  for (const { key, operator, value } of where) {
    const field = fieldNamed(key);
    if (field?.values?.includes(value.toLowerCase()) === false && operator.endsWith("="))
      throw new UsageError(`--where ${field.name}=${value}: not one of ${field.values.join(", ")}`);
    checkKey(library, key, `--where ${key}`);
  }
}

/** Throws `UsageError` for a key that is neither a field nor in any front matter. */
export function checkKey(
  library: Pick<Shelf, "essays">,
  key: string,
  what: string,
  value: (essay: Essay, key: string) => unknown = valueOf,
): void {
  if (FIELD_NAMES.includes(key.toLowerCase())) return;
  const { essays } = library;
  if (essays.length === 0 || essays.some((essay) => value(essay, key) !== undefined)) return;
  const keys = new Set(essays.flatMap(({ data }) => Object.keys(data)));
  throw unknown(`${what}: no essay has this key`, key, [...FIELD_NAMES, ...keys]);
}

function unknown(message: string, wrong: string, names: readonly string[]): UsageError {
  const near = nearest(wrong, names)[0];
  return new UsageError(`${message}${near === undefined ? "" : `; did you mean ${near}?`}`);
}

async function matchingEssays(
  essays: readonly Essay[],
  words: string,
  { sort, reverse }: Choice,
): Promise<Essay[]> {
  const { candidateOf, fuzzyIndex } = await import("../search/fuzzy.ts");
  const found = fuzzyIndex(essays.map(candidateOf)).search(words);
  if (sort === undefined) return (reverse ? found.reverse() : found).map((index) => essays[index]!);
  const matching = new Set(found);
  return essays.filter((_, index) => matching.has(index));
}
