/**
 * What keys do on the shelf.
 */
import { SORTS } from "./arrange.ts";
import { listHeight } from "./geometry.ts";
import type { Action } from "./keymap.ts";
import { newSearch } from "./on-search.ts";
import { tagList } from "./on-tags.ts";
import { nearestEssay, rearranged, topFor } from "./rearrange.ts";
import { moveCursor } from "./scroll.ts";
import type { Shelf, State, Updated } from "./state.ts";
import { ask, only } from "./updated.ts";

export function onShelf(state: State, action: Action, count: number): Updated {
  const { shelf } = state;
  switch (action) {
    case "open": {
      const entry = shelf.entries[shelf.cursor];
      const next: State = { ...state, screen: { kind: "shelf" } };
      return entry?.kind === "essay" ? ask(next, { kind: "open", essay: entry.essay }) : only(state);
    }
    case "filter":
      return only({ ...state, screen: { kind: "filter" } });
    case "search":
      return only({ ...state, screen: newSearch({ kind: "shelf" }) });
    case "accept":
      return only({ ...state, screen: { kind: "shelf" } });
    case "clear":
      return only({
        ...rearranged(state, { query: "", tags: state.screen.kind === "shelf" ? [] : shelf.tags }),
        screen: { kind: "shelf" },
      });
    case "tags":
      return only({ ...state, screen: { kind: "tags", list: tagList(state.library, shelf.tags) } });
    case "group":
      return only(rearranged(state, { grouped: !shelf.grouped }));
    case "sort": {
      const index = SORTS.indexOf(shelf.sort as (typeof SORTS)[number]);
      return only(rearranged(state, { sort: SORTS[(index + 1) % SORTS.length]! }));
    }
    case "reverse":
      return only(rearranged(state, { reverse: !shelf.reverse }));
    default:
      return only({ ...state, shelf: moveOnShelf(shelf, action, count, listHeight(state.size)) });
  }
}

/** Group headings are passed over. */
function moveOnShelf(shelf: Shelf, action: Action, count: number, height: number): Shelf {
  const moved = moveCursor(action, count, shelf.cursor, height, shelf.entries.length);
  if (moved === undefined) return shelf;
  const cursor = nearestEssay(shelf.entries, moved, moved < shelf.cursor ? -1 : 1);
  return { ...shelf, cursor, top: topFor(shelf.entries, cursor, shelf.top, height) };
}
