/**
 * The list of tags, and what keys do in it.
 */
import { groupByTag } from "../essay/choose.ts";
import { listHeight } from "./geometry.ts";
import type { Action } from "./keymap.ts";
import { rearranged } from "./rearrange.ts";
import { keepInView, moveCursor } from "./scroll.ts";
import type { Shelved, State, TagList } from "./state.ts";

/** Every tag of the library with its count, the cursor on a chosen one. */
export function tagList(library: Shelved, chosen: readonly string[]): TagList {
  const tags = groupByTag(library.essays).map(({ tag, essays }) => ({ tag, count: essays.length }));
  const cursor = Math.max(
    0,
    tags.findIndex(({ tag }) => chosen.includes(tag)),
  );
  return { tags, cursor, top: 0 };
}

export function onTags(state: State, list: TagList, action: Action, count: number): State {
  if (action === "back") return { ...state, screen: { kind: "shelf" } };
  if (action === "accept") {
    const tag = list.tags[list.cursor]?.tag;
    return {
      ...rearranged(state, { tags: tag === undefined ? [] : [tag], query: "" }),
      screen: { kind: "shelf" },
    };
  }
  const height = listHeight(state.size);
  const cursor = moveCursor(action, count, list.cursor, height, list.tags.length) ?? list.cursor;
  const top = keepInView(cursor, list.top, height, list.tags.length);
  return { ...state, screen: { kind: "tags", list: { ...list, cursor, top } } };
}
