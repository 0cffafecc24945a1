/**
 * `ibid tags`: each tag with its count.
 */
import type { Session } from "../app/session.ts";
import { groupByTag, type TagGroup } from "../essay/choose.ts";
import { alignRows, type Column } from "../formats/rows.ts";
import { chooseEssays } from "./choice.ts";
import { print } from "./print.ts";
import { filledIn } from "./template.ts";

const LAYOUT: readonly Column[] = [{ role: "quiet", align: "right" }, { role: "tag" }];

/** Exit code 0 when there is a tag, 1 when there is none. */
export async function run(session: Session): Promise<number> {
  const { options } = session;
  const library = await session.library({ argument: options.operands[0] });
  // Order and limit are those of the tags, not of the essays that have them.
  const { limit, reverse, sort, ...choice } = options.choice;
  const all = inOrder(groupByTag(chooseEssays(library.essays, { choice, match: options.match })), sort);
  const groups = (reverse ? all.reverse() : all).slice(0, limit ?? all.length);
  const cells = ({ tag, essays }: TagGroup): string[] => [String(essays.length), tag];
  await print<TagGroup>(session, {
    items: groups,
    name: ({ tag }) => tag,
    filled: (template) => (group) => filledIn(template, (key) => valueOf(group, key)),
    json: () => ({ version: 1, tags: groups.map(({ tag, essays }) => ({ tag, count: essays.length })) }),
    cells: (group) => [cells(group)],
    rows: (columns) => [alignRows(LAYOUT, groups.map(cells), columns)],
  });
  session.reportSkipped(library);
  return groups.length > 0 ? 0 : 1;
}

function valueOf({ tag, essays }: TagGroup, key: string): unknown {
  if (key === "tag") return tag;
  return key === "count" ? essays.length : undefined;
}

/** The most used first, or by name. */
function inOrder(groups: TagGroup[], sort: string | undefined): TagGroup[] {
  return sort !== "name" ? groups : groups.sort((a, b) => a.tag.localeCompare(b.tag));
}
