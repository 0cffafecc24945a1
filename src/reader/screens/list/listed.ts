/**
 * Lists made from the memory and from the links of the library.
 */
import { isolated } from "../../../layout/direction.ts";
import { titleLabel } from "../../../layout/math/title.ts";
import type { Essay } from "../../../essay/essay.ts";
import { label } from "../../../text/visible.ts";
import { minutes } from "../../../text/words.ts";
import type { Listed } from "../../messages.ts";
import type { List, ListItem, ListScreen } from "../../state.ts";
import { marksOfLibrary } from "./marks.ts";
import { isSame } from "../../arrange.ts";

export function listScreenOf(listed: Listed): ListScreen {
  return {
    kind: "list",
    what: listed.what,
    ...(listed.what === "marks" && { isOfLibrary: true as const }),
    list: { ...contentOf(listed), cursor: 0, top: 0 },
  };
}

function contentOf(listed: Listed): Pick<List, "title" | "items" | "empty"> {
  switch (listed.what) {
    case "bookmarks":
      return {
        title: "Bookmarks",
        items: bookmarkItems(listed),
        empty: "no bookmarks yet; m in an essay makes one",
      };
    case "marks":
      return marksOfLibrary(listed);
    case "recent":
      return { title: "Read last", items: recentItems(listed), empty: "nothing read yet" };
    case "queued":
      return {
        title: "To read next",
        items: listed.queued.map(queuedItem),
        empty: "the queue is empty; a on the shelf adds an essay",
      };
    case "citing":
      return {
        title: `Links to ${isolated(titleLabel(listed.essay.title))}`,
        items: citingItems(listed),
        empty: "no essay here links to this one",
      };
  }
}

/** The bookmarks, those of the open essay first. */
function bookmarkItems({ bookmarks, open }: Extract<Listed, { what: "bookmarks" }>): ListItem[] {
  const items = bookmarks.map(({ id, essay, place, line }): ListItem => {
    const about = open && isSame(essay, open) ? "" : titleLabel(essay.title);
    return { text: label(line), depth: 0, about, essay, landing: { kind: "text", place }, bookmark: id };
  });
  return [...items.filter(({ about }) => about === ""), ...items.filter(({ about }) => about !== "")];
}

function recentItems({ read }: Extract<Listed, { what: "recent" }>): ListItem[] {
  return read.map(({ essay, state, percent, place }) => ({
    text: titleLabel(essay.title),
    depth: 0,
    about: state === "yes" ? "read" : `${percent} %`,
    essay,
    landing: { kind: "text", place },
  }));
}

/** An essay of the queue; it opens where the user stopped reading. */
function queuedItem(essay: Essay): ListItem {
  return { text: titleLabel(essay.title), depth: 0, about: `${minutes(essay.words)} min`, essay };
}

/** The citing essays, each once: an essay with several links opens at the first. */
function citingItems({ links }: Extract<Listed, { what: "citing" }>): ListItem[] {
  return [...Map.groupBy(links, ({ from }) => from)].map(([from, all]): ListItem => {
    const [first] = all;
    const more = all.length > 1 ? ` (${all.length} links)` : "";
    return {
      text: titleLabel(from.title),
      depth: 0,
      about: label(first!.text) + more,
      essay: from,
      landing: { kind: "block", block: first!.block },
    };
  });
}
