/**
 * The list of tags: Enter shows the essays of a tag, or of all ticked tags.
 */
import { rearranged } from "../../arrange.ts";
import { listHeight } from "../../geometry.ts";
import type { Action } from "../../keymap.ts";
import { only, type Updated } from "../../messages.ts";
import { sameItem } from "../../narrowing.ts";
import { keepInView, moveInList } from "../../scroll.ts";
import { onShelfAlone, popped } from "../../stack.ts";
import type { ListPlace, State, TagList, TagsScreen } from "../../state.ts";
import { clickedRow } from "../list/clicked-row.ts";
import { narrowable } from "../narrowable.ts";
import { shownTags } from "./tag-list.ts";
import { tagsBottom, tagsView } from "./view.ts";

export const tagsScreen = narrowable<TagsScreen>(
  {
    context: () => "tags",
    title: () => "Tags",
    update: onTags,
    click(state, screen, click) {
      const cursor = clickedRow(screen.list, shownTags(screen).length, click, state);
      return cursor === undefined ? only(state) : onTags(state, withList(screen, { cursor }), "accept", 1);
    },
    relaid: (state, screen) => inView(state, screen, screen.list.cursor),
    bottom: tagsBottom,
    view: tagsView,
  },
  {
    refit: (state, screen, before) =>
      inView(state, screen, sameItem(shownTags(before), before.list.cursor, shownTags(screen))),
    enter: ["accept", "show"],
  },
);

function withList(screen: TagsScreen, change: Partial<TagList>): TagsScreen {
  return { ...screen, list: { ...screen.list, ...change } };
}

function inView({ size }: State, screen: TagsScreen, cursor: number): TagsScreen {
  const extent = { height: listHeight(size), length: shownTags(screen).length };
  return withList(screen, { cursor, top: keepInView(cursor, screen.list.top, extent) });
}

function onTags(state: State, screen: TagsScreen, action: Action, count: number): Updated {
  const { list } = screen;
  const { chosen, are } = list;
  const tag = shownTags(screen)[list.cursor]?.tag;
  const changed = (change: Partial<TagList>): Updated => only({ ...state, screen: withList(screen, change) });
  switch (action) {
    case "back":
      return only(popped(state));
    case "accept":
      if (chosen.length === 0 && tag === undefined && screen.narrowing) return only(state);
      return only(onTheShelf(state, list, chosen.length > 0 || tag === undefined ? chosen : [tag]));
    case "tick": {
      if (tag === undefined) return only(state);
      const ticked = chosen.includes(tag) ? chosen.filter((one) => one !== tag) : [...chosen, tag];
      return changed({ chosen: ticked, ...moved(screen, "down", 1, state) });
    }
    case "anyOrAll":
      return changed({ are: are === "any" ? "all" : "any" });
    case "clear":
      return changed({ chosen: [] });
    default:
      return changed(moved(screen, action, count, state) ?? {});
  }
}

/** The shelf with the essays of these tags. */
function onTheShelf(state: State, { are }: TagList, tags: readonly string[]): State {
  return onShelfAlone(rearranged(state, { tags, tagsAre: are, query: "" }));
}

function moved(screen: TagsScreen, action: Action, count: number, { size }: State): ListPlace | undefined {
  const extent = { height: listHeight(size), length: shownTags(screen).length };
  return moveInList(action, count, screen.list, extent);
}
