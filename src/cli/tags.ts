/**
 * `ibid tags`: lists tags with the numbers of their essays.
 */
import { UsageError } from "../app/arguments.ts";
import type { Session } from "../app/session.ts";
import { byTag, type Choice, groupByTag, type TagCount } from "../essay/choose.ts";
import { alignRows, type Column } from "../formats/rows.ts";
import type { Library } from "../library/library.ts";
import { checkChoice, chooseEssays } from "./choice.ts";
import { print } from "./print.ts";
import { filledIn, keysOf } from "./template.ts";

const LAYOUT: readonly Column[] = [{ role: "quiet", align: "right" }, { role: "tag" }];

/** Returns exit code 0 if there is a tag, otherwise 1. */
export async function run(session: Session): Promise<number> {
  const { options } = session;
  const library = await session.library({ argument: options.operands[0] });
  for (const key of keysOf(options.template ?? ""))
    if (!KEYS.includes(key))
      throw new UsageError(`--template {{${key}}}: the fields of a tag are ${KEYS.join(" and ")}`);
  // Order and limit apply to the tags, not to their essays.
  const { limit, reverse, sort, ...choice } = options.choice;
  const all = inOrder(await countsOf(library, choice, options.match), sort);
  const groups = (reverse ? all.reverse() : all).slice(0, limit ?? all.length);
  const cells = ({ tag, count }: TagCount): string[] => [String(count), tag];
  await print<TagCount>(session, {
    items: groups,
    name: ({ tag }) => tag,
    filled: (template) => (group) => filledIn(template, (key) => valueOf(group, key)),
    json: () => ({ version: 1, tags: groups }),
    jsonLine: ({ tag, count }) => ({ tag, count }),
    columns: ["count", "tag"],
    cells: (group) => [cells(group)],
    rows: (columns) => [alignRows(LAYOUT, groups.map(cells), columns)],
  });
  if (groups.length === 0) session.say("the chosen essays have no tags");
  session.reportSkipped(library);
  return groups.length > 0 ? 0 : 1;
}

/** The tags of the chosen essays, the most used first. */
async function countsOf(
  library: Library,
  choice: Choice,
  match: string | undefined,
): Promise<readonly TagCount[]> {
  await checkChoice(library, choice);
  if (match === undefined) return await library.tags(choice);
  const groups = groupByTag(await chooseEssays(library, { choice, match }));
  return groups.map(({ tag, essays }) => ({ tag, count: essays.length }));
}

const KEYS = ["tag", "count"];

function valueOf({ tag, count }: TagCount, key: string): unknown {
  if (key === "tag") return tag;
  return key === "count" ? count : undefined;
}

/** The most used first, or by name. */
function inOrder(counts: readonly TagCount[], sort: string | undefined): TagCount[] {
  return sort === "name" ? counts.toSorted(byTag) : [...counts];
}
