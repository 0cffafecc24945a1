/**
 * The message about marks that have lost their place in their essay.
 */
import { hint, type Keymap } from "../../keymap.ts";
import type { Page } from "../../state.ts";

/**
 * “2 of your marks have lost their place; H lists them”, for a page that is opened, and for one that lost more than it had
 * before an edit; empty if there is nothing to say.
 */
export function lostWords(page: Page, keymap: Keymap, before?: Page): string {
  const count = lostIn(page);
  if (count === 0 || (before && count <= lostIn(before))) return "";
  const marks =
    count === 1 ? "1 of your marks has lost its place" : `${count} of your marks have lost their place`;
  const listed = hint(keymap, "page", "marks", count === 1 ? "lists it" : "lists them");
  return [marks, ...listed].join("; ");
}

function lostIn({ placed }: Page): number {
  return placed.filter(({ placed: own }) => !own).length;
}
