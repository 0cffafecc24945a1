/**
 * The list of tags, and what keys do in it.
 */
import { groupByTag } from "../essay/choose.ts";
import { listHeight } from "./geometry.ts";
import type { Action } from "./keymap.ts";
import { rearranged } from "./rearrange.ts";
import { keepInView, moveCursor } from "./scroll.ts";
import type { Shelf, Shelved, State, TagList } from "./state.ts";

/** Every tag of the library with its count, the cursor on a chosen one. */
export function tagList(library: Shelved, { tags: chosen, tagsAre: are }: Shelf): TagList {
  const tags = groupByTag(library.essays).map(({ tag, essays }) => ({ tag, count: essays.length }));
  const cursor = Math.max(
    0,
    tags.findIndex(({ tag }) => chosen.includes(tag)),
  );
  return { tags, chosen, are, cursor, top: 0 };
}

export function onTags(state: State, list: TagList, action: Action, count: number): State {
  const tag = list.tags[list.cursor]?.tag;
  switch (action) {
    case "back":
      return { ...state, screen: { kind: "shelf" } };
    case "accept":
      return narrowed(state, list, list.chosen.length > 0 || tag === undefined ? list.chosen : [tag]);
    case "tick": {
      if (tag === undefined) return state;
      const chosen = list.chosen.includes(tag)
        ? list.chosen.filter((one) => one !== tag)
        : [...list.chosen, tag];
      return { ...state, screen: { kind: "tags", list: moved({ ...list, chosen }, "down", 1, state) } };
    }
    case "anyOrAll": {
      const are = list.are === "any" ? "all" : "any";
      return { ...state, screen: { kind: "tags", list: { ...list, are } } };
    }
    case "clear":
      return { ...state, screen: { kind: "tags", list: { ...list, chosen: [] } } };
    default:
      return { ...state, screen: { kind: "tags", list: moved(list, action, count, state) } };
  }
}

function narrowed(state: State, { are }: TagList, tags: readonly string[]): State {
  return { ...rearranged(state, { tags, tagsAre: are, query: "" }), screen: { kind: "shelf" } };
}

function moved(list: TagList, action: Action, count: number, { size }: State): TagList {
  const height = listHeight(size);
  const cursor = moveCursor(action, count, list.cursor, height, list.tags.length) ?? list.cursor;
  return { ...list, cursor, top: keepInView(cursor, list.top, height, list.tags.length) };
}
