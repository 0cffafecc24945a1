/**
 * Lists made from the memory and from the links of the library.
 */
import { isolated } from "../../../layout/direction.ts";
import { titleLabel } from "../../../essay/title-label.ts";
import type { Essay } from "../../../essay/essay.ts";
import type { Reading } from "../../../essay/reading.ts";
import { label } from "../../../text/visible.ts";
import { minutes } from "../../../text/words.ts";
import type { Listed } from "../../messages.ts";
import { emptyWords } from "../../bars.ts";
import { hint } from "../../keymap.ts";
import type { List, ListItem, ListScreen, State } from "../../state.ts";
import { marksOfLibrary } from "./library-marks.ts";
import { isSame } from "../../arrange.ts";

export function listScreenOf(listed: Listed, state: Pick<State, "keymap" | "readings">): ListScreen {
  return {
    kind: "list",
    what: listed.what,
    ...(listed.what === "marks" && { isOfLibrary: true as const }),
    list: { ...contentOf(listed, state), cursor: 0, top: 0 },
  };
}

function contentOf(
  listed: Listed,
  { keymap, readings }: Pick<State, "keymap" | "readings">,
): Pick<List, "title" | "items" | "empty"> {
  switch (listed.what) {
    case "bookmarks":
      return {
        title: "Bookmarks",
        items: bookmarkItems(listed),
        empty: emptyWords("No bookmarks yet", hint(keymap, "page", "bookmark", "in an essay makes one")),
      };
    case "marks":
      return marksOfLibrary(listed, keymap);
    case "recent":
      return {
        title: "Read last",
        items: recentItems(listed),
        empty: emptyWords("Nothing read yet", hint(keymap, "shelf", "open", "on the shelf opens an essay")),
      };
    case "queued":
      return {
        title: "To read next",
        items: listed.queued.map((essay) => queuedItem(essay, readings.get(essay.path))),
        empty: emptyWords("The queue is empty", hint(keymap, "shelf", "queue", "on the shelf adds an essay")),
      };
    case "citing":
      return {
        title: `Links to ${isolated(titleLabel(listed.essay))}`,
        items: citingItems(listed),
        empty: "No essay here links to this one.",
      };
  }
}

/** The bookmarks, those of the open essay first. */
function bookmarkItems({ bookmarks, open }: Extract<Listed, { what: "bookmarks" }>): ListItem[] {
  const items = bookmarks.map(({ id, essay, place, line }): ListItem => {
    const about = open && isSame(essay, open) ? "" : titleLabel(essay);
    return { text: label(line), depth: 0, about, essay, landing: { kind: "text", place }, bookmark: id };
  });
  return [...items.filter(({ about }) => about === ""), ...items.filter(({ about }) => about !== "")];
}

function recentItems({ read }: Extract<Listed, { what: "recent" }>): ListItem[] {
  return read.map(({ essay, state, percent, place }) => ({
    text: titleLabel(essay),
    depth: 0,
    about: state === "yes" ? "read" : `${percent} %`,
    essay,
    landing: { kind: "text", place },
  }));
}

/** An essay of the queue, with how far it is read; it opens where the user stopped. */
function queuedItem(essay: Essay, reading: Reading | undefined): ListItem {
  const read =
    reading?.state === "yes" ? "read  " : reading?.state === "begun" ? `${reading.percent} % read  ` : "";
  return { text: titleLabel(essay), depth: 0, about: `${read}${minutes(essay.words)} min`, essay };
}

/**
 * The citing essays, each once: an essay with several links opens at the first. The words of the link are shown unless
 * they are the title of the essay that they lead to, which is over the list.
 */
function citingItems({ links, essay }: Extract<Listed, { what: "citing" }>): ListItem[] {
  const title = titleLabel(essay).toLowerCase();
  return [...Map.groupBy(links, ({ from }) => from)].map(([from, all]): ListItem => {
    const [first] = all;
    const words = label(first!.text);
    const more = all.length > 1 ? `${all.length} links` : "";
    const isTitle = words.toLowerCase() === title;
    return {
      text: titleLabel(from),
      depth: 0,
      about: isTitle ? more : more === "" ? words : `${words} (${more})`,
      essay: from,
      landing: { kind: "block", block: first!.block },
    };
  });
}
