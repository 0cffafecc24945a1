/**
 * The order of the palette: the more of a name was typed, the earlier it comes.
 *
 *     :note     note, notes        names that begin with the words, on whichever screen they are performed
 *               Practical notes    essays with the words in their titles
 *               search             actions with the words in their descriptions
 */
import { fuzzyRanges } from "../../../search/fuzzy.ts";
import type { ActionItem, EssayItem, PaletteItem } from "./item.ts";
import { actionsNamed } from "./vi-commands.ts";

/** The most essays above actions that match by their description. */
const MOST_TITLES = 5;

/**
 * Commands come first, then actions whose names begin with the words, then other names and titles, then descriptions. Actions of
 * other screens come last, unless their names begin with the words.
 */
export function inOrder(
  words: string,
  actions: readonly ActionItem[],
  essays: readonly EssayItem[],
): readonly PaletteItem[] {
  const command = meantBy(words, actions);
  const [meant, unmeant] = parted(actions, (item) => item === command);
  const [named, others] = parted(unmeant, ({ name }) => begins(words, name));
  const [elsewhere, doable] = parted(others, ({ on }) => on === "elsewhere");
  const [similar, described] = parted(doable, ({ name }) => isIn(words, name));
  const titled = essays.filter(({ essay }) => isIn(words, essay.title)).slice(0, MOST_TITLES);
  const other = essays.filter((item) => !titled.includes(item));
  return [...meant, ...namedBest(words, named), ...similar, ...titled, ...described, ...other, ...elsewhere];
}

/** The name that was typed in full comes first, then actions that can be performed, then those of other screens. */
function namedBest(words: string, named: readonly ActionItem[]): ActionItem[] {
  const [exact, begun] = parted(named, ({ name }) => joinedName(name) === joinedName(words));
  const [elsewhere, doable] = parted(begun, ({ on }) => on === "elsewhere");
  return [...exact, ...doable, ...elsewhere];
}

/** Whether a name begins with the words, with or without blanks: `half d`, and `halfD` as in the config file. */
export function begins(words: string, name: string): boolean {
  return joinedName(name).startsWith(joinedName(words));
}

function joinedName(name: string): string {
  return name.replaceAll(" ", "").toLowerCase();
}

/** Whether a name contains every one of the words, without gaps in its letters. */
function isIn(words: string, name: string): boolean {
  return words.split(/\s+/).every((word) => fuzzyRanges(word, name, false).length > 0);
}

export function parted<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** The item that a command of vi or less means: of several, the first one that the current screen performs. */
export function meantBy(words: string, items: readonly ActionItem[]): ActionItem | undefined {
  const meant = actionsNamed(words).flatMap((own) => items.filter(({ action }) => action === own));
  return meant.find(({ on }) => on === "here") ?? meant[0];
}
