/**
 * Flags that choose essays, as a `Choice`.
 */
import { type Choice, choose, valueOf as fieldOf } from "../essay/choose.ts";
import { dateBefore } from "../essay/relative-date.ts";
import type { Essay } from "../essay/essay.ts";
import { readOf } from "../memory/read-of.ts";
import { memoryFile } from "../app/folders.ts";
import { nearest } from "../text/nearest.ts";
import type { Io } from "../terminal/io.ts";
import { candidateOf, fuzzyIndex } from "../search/fuzzy.ts";
import { type Flag, flags } from "./flags.ts";
import { type Arguments, numberOf, UsageError, valueOf } from "./arguments.ts";

export function choiceOf(args: Arguments, { today, env }: Pick<Io, "today" | "env">): Choice {
  const sort = valueOf(args, flags.sort);
  const limit = numberOf(args, flags.limit);
  const since = dateOf(args, flags.since, today);
  const until = dateOf(args, flags.until, today);
  return {
    tags: (args.values.get("tag") ?? []).map(splitTags),
    withoutTags: (args.values.get("not-tag") ?? []).flatMap(splitTags),
    where: (args.values.get("where") ?? []).map(keyAndValue),
    drafts: args.flags.has("drafts"),
    reverse: args.flags.has("reverse"),
    read: readOf(memoryFile(env)),
    ...(sort !== undefined && { sort }),
    ...(limit !== undefined && { limit }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
}

/** The essays that the flags choose; those that match best first, unless an order is asked for. */
export function chooseEssays(
  essays: readonly Essay[],
  args: Arguments,
  io: Pick<Io, "today" | "env">,
): Essay[] {
  checkChoice(essays, args, io);
  const { limit, ...choice } = choiceOf(args, io);
  const chosen = choose(essays, choice);
  const words = valueOf(args, flags.match);
  const matching = words === undefined ? chosen : matchingEssays(chosen, words, choice);
  return limit === undefined ? matching : matching.slice(0, limit);
}

/** Throws `UsageError` for a tag or a front matter key that no essay has: it is a slip of the pen. */
export function checkChoice(essays: readonly Essay[], args: Arguments, io: Pick<Io, "today" | "env">): void {
  if (essays.length === 0) return;
  const { tags = [], where = [] } = choiceOf(args, io);
  const known = new Map(essays.flatMap((essay) => essay.tags).map((tag) => [tag.toLowerCase(), tag]));
  for (const anyOf of tags) {
    if (anyOf.some((tag) => known.has(tag.toLowerCase()))) continue;
    const tag = anyOf.join(",");
    throw unknown(`tag ${tag}: no essay has ${anyOf.length > 1 ? "one of these tags" : "this tag"}`, tag, [
      ...known.values(),
    ]);
  }
  for (const { key, value } of where) {
    if (key.toLowerCase() === "read" && !READ_STATES.includes(value.toLowerCase()))
      throw new UsageError(`--where read=${value}: not one of ${READ_STATES.join(", ")}`);
    if (essays.some((essay) => fieldOf(essay, key) !== undefined)) continue;
    const keys = new Set(essays.flatMap(({ data }) => Object.keys(data)));
    throw unknown(`--where ${key}: no essay has this key`, key, [...keys, ...FIELDS]);
  }
}

const READ_STATES = ["no", "begun", "yes"];
const FIELDS = ["order", "date", "title", "words", "path", "slug", "tags", "draft", "description", "read"];

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

function splitTags(value: string): string[] {
  return value.split(",").map((tag) => tag.trim());
}

function keyAndValue(value: string): { key: string; value: string } {
  const equals = value.indexOf("=");
  return { key: value.slice(0, equals).trim(), value: value.slice(equals + 1).trim() };
}

function dateOf(args: Arguments, flag: Flag, today: string): string | undefined {
  return dateBefore(valueOf(args, flag) ?? "", today);
}
