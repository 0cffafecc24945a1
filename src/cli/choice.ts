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
export type Choosable = Pick<Library, "all" | "selected">;

/** The chosen essays; with `--match` the best first, unless `--sort` is given. */
export async function chooseEssays(
  library: Choosable,
  { choice: all, match }: Chosen,
): Promise<readonly Essay[]> {
  await checkChoice(library, all);
  if (match === undefined) return await library.selected(all);
  const { limit, ...choice } = all;
  const matching = await matchingEssays(await library.selected(choice), match, choice);
  return limit === undefined ? matching : matching.slice(0, limit);
}

/** Throws `UsageError` for a tag or a front matter key that no essay has: a typing mistake. */
export async function checkChoice(library: Choosable, { tags = [], where = [] }: Choice): Promise<void> {
  for (const anyOf of tags) {
    const [tagged] = await library.selected({ tags: [anyOf], drafts: true, limit: 1 });
    const essays = tagged ? [] : await library.all();
    if (essays.length === 0) continue;
    const tag = anyOf.join(",");
    const message = `tag ${tag}: no essay has ${anyOf.length > 1 ? "one of these tags" : "this tag"}`;
    throw unknown(message, tag, [...new Set(essays.flatMap((essay) => essay.tags))]);
  }
  for (const { key, operator, value } of where) {
    const field = fieldNamed(key);
    if (field?.values?.includes(value.toLowerCase()) === false && operator.endsWith("="))
      throw new UsageError(`--where ${field.name}=${value}: not one of ${field.values.join(", ")}`);
    await checkKey(library, key, `--where ${key}`);
  }
}

/** Throws `UsageError` for a key that is neither a field nor in any front matter. */
export async function checkKey(
  library: Pick<Choosable, "all">,
  key: string,
  what: string,
  value: (essay: Essay, key: string) => unknown = valueOf,
): Promise<void> {
  if (FIELD_NAMES.includes(key.toLowerCase())) return;
  const essays = await library.all();
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
