/**
 * What the palette offers: every action of the keymap, those of the screen that asked first; and what can be typed as in vi
 * and less.
 *
 *     :outline      an action by its name       :essay ship    an essay by its title or slug
 *     :q            leaves                      :30  :50%      to a line, to a per cent
 */
import type { Essay } from "../../../essay/essay.ts";
import { fuzzyIndex } from "../../../search/fuzzy.ts";
import { type Action, type Binding, type Context, CONTEXTS, type Keymap } from "../../keymap.ts";
import type { PaletteScreen, State } from "../../state.ts";

/** An action, and the keys that do it without the palette. */
export interface ActionItem {
  readonly kind: "action";
  readonly action: Action;
  readonly name: string;
  readonly help: string;
  readonly keys: readonly string[];
  readonly context: Context;
  /** Where it is done: on the screen that asked, on the shelf, or on a screen that must be opened first. */
  readonly on: "here" | "shelf" | "elsewhere";
}

export type PaletteItem =
  | ActionItem
  | { readonly kind: "essay"; readonly essay: Essay }
  | { readonly kind: "line"; readonly action: "line" | "percent"; readonly count: number };

/** What vi and less call some of them. */
const ALIASES: Readonly<Record<string, Action>> = {
  q: "quit",
  qa: "quit",
  "q!": "quit",
  x: "quit",
  wq: "quit",
  exit: "quit",
  h: "help",
  bd: "back",
  ls: "recent",
};
/** What is done on any screen, whether a key is bound to it there or not. */
const ANYWHERE: ReadonlySet<Action> = new Set(["quit", "interrupt", "redraw", "suspend", "mouse", "help"]);
/** Moving in the palette itself is not what it is for. */
const HIDDEN: ReadonlySet<Action> = new Set(["palette"]);

const ESSAY = /^(?:e|essay|open|b)\s(.*)$/s;
const PLACE = /^(\d{1,6})(%?)$/;

/** What matches what is typed, best first. */
export function paletteItems({ query, about }: PaletteScreen, state: State): readonly PaletteItem[] {
  const words = query.trim();
  const named = ESSAY.exec(query.trimStart())?.[1];
  if (named !== undefined) return essaysNamed(named, state);
  const place = PLACE.exec(words);
  if (place)
    return [{ kind: "line", action: place[2] === "%" ? "percent" : "line", count: Number(place[1]) }];
  const all = actionItems(state.keymap, about, state.library.alone);
  if (words === "") return all.filter(({ on }) => on === "here");
  const alias = ALIASES[words];
  const first = all.filter(({ action }) => action === alias);
  const index = fuzzyIndex(
    all.map(({ name, help }) => ({ title: name, slug: "", tags: [], description: help })),
  );
  const found = index.search(words).map((at) => all[at]!);
  const actions = [...first, ...found.filter((item) => !first.includes(item))];
  return actions.length > 0 ? actions : essaysNamed(words, state);
}

function essaysNamed(words: string, { library }: State): PaletteItem[] {
  return library.index.search(words).map((at) => ({ kind: "essay", essay: library.essays[at]! }));
}

/** Every action once: as it is on the screen that asked, else on the shelf, else on another. */
function actionItems(keymap: Keymap, about: Context, isAlone: boolean): ActionItem[] {
  const seen = new Set<Action>(HIDDEN);
  const contexts: readonly Context[] = [about, ...(isAlone ? [] : (["shelf"] as const)), ...CONTEXTS];
  return contexts.flatMap((context) =>
    keymap[context].flatMap((binding): ActionItem[] => {
      if (seen.has(binding.action)) return [];
      seen.add(binding.action);
      const isHere = context === about || ANYWHERE.has(binding.action);
      const on = isHere ? "here" : context === "shelf" && !isAlone ? "shelf" : "elsewhere";
      return [itemOf(binding, context, on)];
    }),
  );
}

function itemOf({ action, help, keys }: Binding, context: Context, on: ActionItem["on"]): ActionItem {
  const name = action.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return { kind: "action", action, name, help, keys, context, on };
}
