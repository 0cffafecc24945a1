/**
 * The list of tags with their counts; the cursor is on a chosen tag.
 */
import { groupByTag } from "../../../essay/choose.ts";
import { narrowed } from "../../narrowing.ts";
import type { Shelf, Shelved, TagList, TagsScreen } from "../../state.ts";

export function tagList(library: Shelved, { tags: chosen, tagsAre: are }: Shelf): TagList {
  const tags = groupByTag(library.essays).map(({ tag, essays }) => ({ tag, count: essays.length }));
  const cursor = Math.max(
    0,
    tags.findIndex(({ tag }) => chosen.includes(tag)),
  );
  return { tags, chosen, are, cursor, top: 0 };
}

/** The visible tags: all of them, or those with the typed words. */
export function shownTags(screen: TagsScreen): TagList["tags"] {
  return narrowed(screen.list.tags, screen, ({ tag }) => tag);
}
