/**
 * The list of the user's marks in all essays.
 */
import type { Essay } from "../../../essay/essay.ts";
import { titleLabel } from "../../../essay/title-label.ts";
import type { Mark } from "../../../marks/mark.ts";
import { emptyWords } from "../../bars.ts";
import type { Keymap } from "../../keymap.ts";
import type { Listed } from "../../messages.ts";
import type { List, ListItem, Screen, State } from "../../state.ts";
import { homelessItem, itemOf, markingHints } from "./mark-items.ts";
import { withList } from "./shown.ts";

/** The marks of the library, the latest first. */
export function marksOfLibrary(
  { marks, elsewhere, homeless, open }: Extract<Listed, { what: "marks" }>,
  keymap: Keymap,
): Omit<List, "cursor" | "top"> {
  const more = elsewhere === 0 ? "" : `; ${elsewhere} more in essays that are not here`;
  return {
    title: `Your marks in all essays${more}`,
    items: [
      ...marks.map(({ mark, essay }) => itemOf(essay, mark, titleLabel(essay))).toReversed(),
      ...(open && homeless.length > 0 ? homelessItems(open, homeless) : []),
    ],
    empty: emptyWords("You have no marks yet", markingHints(keymap, "in an essay ")),
  };
}

const LOST = "not found now: ";

/** The lists of the library's marks with a word at those that were not found. */
export function withLost(state: State, ids: ReadonlySet<string>): State {
  const withWord = (item: ListItem): ListItem =>
    item.mark !== undefined && ids.has(item.mark) && !item.about.startsWith(LOST)
      ? { ...item, about: `${LOST}${item.about}` }
      : item;
  const told = (screen: Screen): Screen =>
    screen.kind === "list" && screen.what === "marks" && screen.isOfLibrary
      ? withList(screen, { items: screen.list.items.map(withWord) })
      : screen;
  return { ...state, screen: told(state.screen), below: state.below.map(told) };
}

function homelessItems(essay: Essay, homeless: readonly Mark[]): ListItem[] {
  const text =
    "Marks of essays that are not found (select words in another essay, then H attaches a mark to them):";
  const items = homeless.map((mark) => ({ ...homelessItem(essay, mark), depth: 1 }));
  return [{ text, depth: 0, about: "", essay, isHeading: true }, ...items.toReversed()];
}
