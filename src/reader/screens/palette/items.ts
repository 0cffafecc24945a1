/**
 * The items of the palette: all actions of the keymap, those of the current screen first, and the commands of vi and less.
 *
 *     :outline      an action by its name       :essay ship    an essay by its title or slug
 *     :q            leaves                      :30  :50%      to a line, to a per cent
 */
import type { Essay } from "../../../essay/essay.ts";
import { fuzzyIndex } from "../../../search/fuzzy.ts";
import { type Action, type Binding, type Context, CONTEXTS, type Keymap } from "../../keymap.ts";
import type { PaletteScreen, State } from "../../state.ts";

/** An action with its keys. */
export interface ActionItem {
  readonly kind: "action";
  readonly action: Action;
  readonly name: string;
  readonly help: string;
  readonly keys: readonly string[];
  readonly context: Context;
  /** The screen that performs it: the current screen, the shelf, or one that must be opened first. */
  readonly on: "here" | "shelf" | "elsewhere";
}

export type PaletteItem =
  | ActionItem
  | { readonly kind: "essay"; readonly essay: Essay }
  | { readonly kind: "line"; readonly action: "line" | "percent"; readonly count: number };

/** The names of actions in vi and less. */
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
/** The actions that every screen performs, with or without a key. */
const ANYWHERE: ReadonlySet<Action> = new Set(["quit", "interrupt", "redraw", "suspend", "mouse", "help"]);
/** The actions that are not listed. */
const HIDDEN: ReadonlySet<Action> = new Set(["palette"]);

const ESSAY = /^(?:e|essay|open|b)\s(.*)$/s;
const PLACE = /^(\d{1,6})(%?)$/;

/** The items that match the query, best first. */
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

/** All actions, each once: from the current screen, else from the shelf, else from another screen. */
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
