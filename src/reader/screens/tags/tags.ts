/**
 * The list of tags: Enter shows the essays of a tag, or of all ticked tags.
 */
import { rearranged } from "../../arrange.ts";
import { listHeight } from "../../geometry.ts";
import type { Action } from "../../keymap.ts";
import { only, type Updated } from "../../messages.ts";
import { keepInView, moveInList } from "../../scroll.ts";
import { onShelfAlone, popped } from "../../stack.ts";
import type { State, TagList, TagsScreen } from "../../state.ts";
import { clickedRow } from "../list/clicked-row.ts";
import type { ScreenModule } from "../screen.ts";
import { tagsBottom, tagsView } from "./view.ts";

export const tagsScreen: ScreenModule<TagsScreen> = {
  context: () => "tags",
  title: () => "Tags",
  update: onTags,
  click(state, screen, click) {
    const cursor = clickedRow(screen.list, screen.list.tags.length, click, state);
    return cursor === undefined ? only(state) : onTags(state, withList(screen, { cursor }), "accept", 1);
  },
  relaid({ size }, screen) {
    const { cursor, top, tags } = screen.list;
    return withList(screen, {
      top: keepInView(cursor, top, { height: listHeight(size), length: tags.length }),
    });
  },
  bottom: (state, { list }) => tagsBottom(state, list),
  view: (state, { list }) => tagsView(state, list),
};

function withList(screen: TagsScreen, change: Partial<TagList>): TagsScreen {
  return { ...screen, list: { ...screen.list, ...change } };
}

function onTags(state: State, screen: TagsScreen, action: Action, count: number): Updated {
  const { list } = screen;
  const { chosen, are } = list;
  const tag = list.tags[list.cursor]?.tag;
  const changed = (change: Partial<TagList>): Updated => only({ ...state, screen: withList(screen, change) });
  switch (action) {
    case "back":
      return only(popped(state));
    case "accept":
      return only(narrowed(state, list, chosen.length > 0 || tag === undefined ? chosen : [tag]));
    case "tick": {
      if (tag === undefined) return only(state);
      const ticked = chosen.includes(tag) ? chosen.filter((one) => one !== tag) : [...chosen, tag];
      return changed({ chosen: ticked, ...moved(list, "down", 1, state) });
    }
    case "anyOrAll":
      return changed({ are: are === "any" ? "all" : "any" });
    case "clear":
      return changed({ chosen: [] });
    default:
      return changed(moved(list, action, count, state));
  }
}

function narrowed(state: State, { are }: TagList, tags: readonly string[]): State {
  return onShelfAlone(rearranged(state, { tags, tagsAre: are, query: "" }));
}

function moved(list: TagList, action: Action, count: number, { size }: State): Partial<TagList> {
  return moveInList(action, count, list, { height: listHeight(size), length: list.tags.length }) ?? {};
}
