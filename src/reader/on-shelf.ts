/**
 * What keys do on the shelf.
 */
import type { Essay } from "../essay/essay.ts";
import { label } from "../text/visible.ts";
import { SORTS } from "./arrange.ts";
import { listHeight, previewColumns } from "./geometry.ts";
import type { Action } from "./keymap.ts";
import { newSearch } from "./on-search.ts";
import { tagList } from "./on-tags.ts";
import { nearestEssay, rearranged, topFor } from "./rearrange.ts";
import { moveCursor } from "./scroll.ts";
import type { Updated } from "./messages.ts";
import type { Shelf, State } from "./state.ts";
import { ask, only } from "./updated.ts";

export function onShelf(state: State, action: Action, count: number): Updated {
  const { shelf } = state;
  const entry = shelf.entries[shelf.cursor];
  const essay = entry?.kind === "essay" ? entry.essay : undefined;
  switch (action) {
    case "open":
      return essay ? ask({ ...state, screen: { kind: "shelf" } }, { kind: "open", essay }) : only(state);
    case "continue":
      return ask(state, { kind: "continue" });
    case "recent":
    case "bookmarks":
      return ask(state, { kind: "list", what: action });
    case "edit":
      return essay ? ask(state, { kind: "edit", essay, line: 0, end: 0, words: "" }) : only(state);
    case "copy":
      return essay
        ? ask(state, { kind: "copy", text: label(essay.file), what: label(essay.file) })
        : only(state);
    case "mark":
      return essay ? marked(state, essay) : only(state);
    case "preview": {
      const wantsPreview = !state.wantsPreview;
      const hasRoom = previewColumns(state.size) > 0;
      const message = hasRoom ? "" : "a preview needs a window of 120 columns";
      return only({ ...state, wantsPreview, message });
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
      return only({ ...state, screen: { kind: "tags", list: tagList(state.library, shelf) } });
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

/** As read, or as not opened. */
function marked(state: State, essay: Essay): Updated {
  const isRead = state.readings.get(essay.path)?.state === "yes";
  return ask(state, { kind: "mark", essay, state: isRead ? "no" : "yes" });
}

/** Group headings are passed over. */
function moveOnShelf(shelf: Shelf, action: Action, count: number, height: number): Shelf {
  const moved = moveCursor(action, count, shelf.cursor, height, shelf.entries.length);
  if (moved === undefined) return shelf;
  const cursor = nearestEssay(shelf.entries, moved, moved < shelf.cursor ? -1 : 1);
  return { ...shelf, cursor, top: topFor(shelf.entries, cursor, shelf.top, height) };
}
