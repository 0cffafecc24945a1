/**
 * Items of lists of the user's marks, and what an empty list says.
 */
import type { Essay } from "../../../essay/essay.ts";
import { titleLabel } from "../../../essay/title-label.ts";
import type { Mark } from "../../../marks/mark.ts";
import { label } from "../../../text/visible.ts";
import { hint, type Keymap } from "../../keymap.ts";
import type { ListItem } from "../../state.ts";

/** A mark of an essay; `about` is the text at the end of its row. */
export function itemOf(essay: Essay, mark: Mark, about: string): ListItem {
  const note = mark.note === undefined ? "" : `✎ ${label(mark.note)} — `;
  const text = `${note}“${label(mark.anchor.words)}”`;
  return {
    text,
    depth: 0,
    about,
    essay,
    landing: { kind: "mark", id: mark.id, block: mark.anchor.start.block },
    mark: mark.id,
  };
}

/** A mark whose essay is not found; `essay` is the one that is open. */
export function homelessItem(essay: Essay, mark: Mark): ListItem {
  const { landing: _, ...item } = itemOf(essay, mark, titleLabel(mark.essay));
  return { ...item, isHomeless: true };
}

/** The keys that make a mark. */
export function markingHints(keymap: Keymap, where: string): string[] {
  const hints = [
    ...hint(keymap, "page", "highlight", `${where}highlights a sentence`),
    ...hint(keymap, "page", "note", "writes a note"),
  ];
  return hints.length === 0 ? [] : [hints.join(", ")];
}
