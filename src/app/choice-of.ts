/**
 * The options that choose and sort essays.
 */
import type { Choice } from "../essay/choose.ts";
import { type Condition, parseCondition } from "../essay/condition.ts";
import { dateBefore } from "../essay/relative-date.ts";
import { allOf, type Arguments, listOf, numberOf, partsOf, valueOf } from "./arguments.ts";
import type { Config } from "./config-keys.ts";
import { flags } from "./flags.ts";

/** The choice of essays; `today` is a date, `YYYY-MM-DD`. */
export function choiceOf(args: Arguments, config: Config, today: string): Choice {
  const sort = valueOf(args, flags.sort) ?? config.sort;
  const limit = numberOf(args, flags.limit);
  const dateOf = (date: string | undefined): string | undefined => date && dateBefore(date, today);
  const since = dateOf(valueOf(args, flags.since));
  const until = dateOf(valueOf(args, flags.until));
  return {
    tags: allOf(args, flags.tag).map(partsOf),
    withoutTags: listOf(args, flags.notTag),
    where: allOf(args, flags.where).flatMap((text) => conditionIn(text, today)),
    drafts: args.flags.has(flags.drafts.name) || config.drafts === true,
    reverse: args.flags.has(flags.reverse.name) || config.reverse === true,
    ...(sort !== undefined && { sort }),
    ...(limit !== undefined && { limit }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
}

/** The parser of the command line lets no other text through. */
function conditionIn(text: string, today: string): Condition[] {
  const condition = parseCondition(text, today);
  return typeof condition === "object" ? [condition] : [];
}
