/**
 * Narrows a list by the text typed after `/`: the list then shows the items that contain every
 * word of it, in their order.
 */
import { label } from "../text/visible.ts";
import { fold, foldAccents, foldWithStarts, hasUpperCase } from "../text/fold.ts";
import { joined, type Range } from "../search/ranges.ts";
import { emptyWords } from "./bars.ts";
import { hint, type Keymap } from "./keymap.ts";
import type { Narrowable } from "./state.ts";

/** A cache of the last result for a list's items: each key needs it several times. */
const shown = new WeakMap<object, { readonly words: string; readonly items: readonly unknown[] }>();

/** The items that contain the words; all items if no words are typed. */
export function narrowed<Item>(
  items: readonly Item[],
  { narrowing }: Narrowable,
  textOf: (item: Item) => string,
): readonly Item[] {
  const words = narrowing?.words.trim() ?? "";
  if (words === "") return items;
  const last = shown.get(items);
  if (last?.words === words) return last.items as readonly Item[];
  const has = hasWords(words);
  const those = items.filter((item) => has(textOf(item)));
  shown.set(items, { words, items: those });
  return those;
}

/** Whether a text contains every one of the words, also inside its own words, without accents, and with smart case. */
export function hasWords(words: string): (text: string) => boolean {
  const { folding, parts } = soughtIn(words);
  return (text) => {
    const folded = folding(text);
    return parts.every((part) => folded.includes(part));
  };
}

/** The ranges of the words in a text. */
export function rangesOf(words: string, text: string): Range[] {
  if (words.trim() === "") return [];
  const { folded, starts } = foldWithStarts(text, hasUpperCase(words));
  const ranges: Range[] = [];
  for (const part of soughtIn(words).parts)
    for (let at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + part.length))
      ranges.push([starts[at]!, starts[at + part.length]!]);
  return joined(ranges);
}

/** The most words; each is searched in every item. */
const MOST_WORDS = 50;

function soughtIn(words: string): { folding: (text: string) => string; parts: readonly string[] } {
  const folding = hasUpperCase(words) ? foldAccents : fold;
  const parts = folding(words).split(/\s+/);
  return { folding, parts: parts.filter((part) => part !== "").slice(0, MOST_WORDS) };
}

/** The row of the item under the cursor among the visible ones; the first row if it is not visible. */
export function sameItem<Item>(before: readonly Item[], cursor: number, now: readonly Item[]): number {
  const item = before[cursor];
  return Math.max(0, item === undefined ? 0 : now.indexOf(item));
}

/** The text for a list without items; `empty` if the list is not narrowed. */
export function nothingShown({ narrowing }: Narrowable, empty: string, keymap: Keymap): string {
  const words = narrowing?.words.trim() ?? "";
  if (words === "") return empty;
  return emptyWords(`Nothing here has “${label(words)}”`, hint(keymap, "narrow", "clear", "shows all"));
}
