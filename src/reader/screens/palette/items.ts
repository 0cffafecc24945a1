/**
 * The items of the palette: all actions of the keymap, those of the current screen first, essays, and the commands of vi
 * and less.
 *
 *     :outline      an action by its name       :essay ship    an essay by its title, slug or number
 *     :q            goes back, as the key q     :30  :50%  :$  to a line, to a per cent, to the end
 *     :qa           leaves ibid
 */
import { BARE_ORDER, essaysByBeginning, essaysByOrder, essaysBySlug, ORDER } from "../../../essay/by-name.ts";
import { fuzzyIndex, type FuzzyIndex } from "../../../search/fuzzy.ts";
import { type Action, type Binding, type Context, CONTEXTS, type Keymap } from "../../keymap.ts";
import { moves, placing } from "../../bindings.ts";
import type { PaletteScreen, State } from "../../state.ts";
import type { ActionItem, EssayItem, PaletteItem } from "./item.ts";
import { begins, inOrder, meantBy, parted } from "./order.ts";
import { placeNamed, saidOf } from "./vi-commands.ts";

/** The actions that every screen performs, with or without a key. */
const ANYWHERE: ReadonlySet<Action> = new Set(["quit", "interrupt", "redraw", "suspend", "mouse", "help"]);
/** The moves, which are last in the list of all actions: their keys are known best. */
const MOVES: ReadonlySet<Action> = new Set([...moves, ...placing].map(({ action }) => action));
/** The actions that are not listed. */
const HIDDEN: ReadonlySet<Action> = new Set(["palette"]);

const ESSAY = /^(?:e|essay|open|b)\s(.*)$/s;

/** A cache of the last items and their input: each key needs them several times. */
let made: { readonly of: readonly unknown[]; readonly items: readonly PaletteItem[] } | undefined;

/** The items that match the query, best first. */
export function paletteItems(screen: PaletteScreen, state: State): readonly PaletteItem[] {
  const of = [screen.query, screen.about, state.keymap, state.library];
  if (!made || !of.every((one, nth) => one === made!.of[nth])) made = { of, items: itemsOf(screen, state) };
  return made.items;
}

function itemsOf({ query, about }: PaletteScreen, state: State): readonly PaletteItem[] {
  const words = query.trim();
  const named = ESSAY.exec(query.trimStart())?.[1];
  if (named !== undefined && named.trim() !== "") return essaysNamed(named, state).items;
  const place = placeNamed(words);
  if (place) return [{ kind: "place", ...place }];
  const all = actionItems(state.keymap, about, state.library.alone);
  if (words === "") {
    const [moving, others] = parted(
      all.filter(({ on }) => on === "here"),
      ({ action }) => MOVES.has(action),
    );
    return [...others, ...moving];
  }
  const said = saidOf(words);
  const actions = matchingActions(words, all);
  const essays = essaysNamed(words, state);
  // What matches less well counts only if nothing matches better.
  const best = Math.min(said === undefined ? SCATTERED : EXACT, actions.distance, essays.distance);
  return [
    ...(said === undefined ? [] : [{ kind: "said" as const, words: said }]),
    ...inOrder(
      words,
      actions.distance > best ? [] : actions.items,
      essays.distance > best ? [] : essays.items,
    ),
  ];
}

/** Items, and how far they are from the words: these are in them, or with typing errors, or as scattered letters. */
interface Matching<Item> {
  readonly items: readonly Item[];
  readonly distance: number;
}

const EXACT = 0;
const NEAR = 1;
const SCATTERED = 2;

function distanceOf({ isLoose, isScattered }: FuzzyIndex, words: string): number {
  if (!isLoose(words)) return EXACT;
  return isScattered(words) ? SCATTERED : NEAR;
}

/** The actions that match, best first. An action that a command names matches, whatever its own name; capitals in a name are ignored. */
function matchingActions(words: string, all: readonly ActionItem[]): Matching<ActionItem> {
  const meant = meantBy(words, all);
  const first = all.filter((item) => item === meant || begins(words, item.name));
  const index = fuzzyIndex(
    all.map(({ name, help }) => ({ title: name, slug: "", tags: [], description: help })),
  );
  const distance = distanceOf(index, words);
  if (first.length > 0 && distance > EXACT) return { items: first, distance: EXACT };
  const found = index.search(words).map((at) => all[at]!);
  return { items: [...first, ...found.filter((item) => !first.includes(item))], distance };
}

/** The essay that `ibid NAME` would open, then those whose title, tags or description match. */
function essaysNamed(words: string, { library }: State): Matching<EssayItem> {
  const { essays, index } = library;
  const name = words.trim();
  const meant = [
    essaysByOrder(essays, name, ORDER),
    essaysBySlug(essays, name),
    essays.filter(({ path }) => path === name),
    essaysByOrder(essays, name, BARE_ORDER),
    essaysByBeginning(essays, name),
  ];
  const first = name === "" ? [] : (meant.find(({ length }) => length > 0) ?? []);
  const found = index.search(words).map((at) => essays[at]!);
  const items = [...new Set([...first, ...found])].map((essay): EssayItem => ({ kind: "essay", essay }));
  return { items, distance: first.length > 0 ? EXACT : distanceOf(index, words) };
}

/** All actions, each once: from the current screen, otherwise from the shelf, otherwise from another screen. */
function actionItems(keymap: Keymap, about: Context, isAlone: boolean): ActionItem[] {
  const seen = new Set<Action>(HIDDEN);
  const isFreeFor =
    (action: Action) =>
    (key: string): boolean =>
      keymap[about].every((own) => own.action === action || !own.keys.includes(key));
  const contexts: readonly Context[] = [about, ...(isAlone ? [] : (["shelf"] as const)), ...CONTEXTS];
  return contexts.flatMap((context) =>
    keymap[context].flatMap((binding): ActionItem[] => {
      if (seen.has(binding.action)) return [];
      seen.add(binding.action);
      const isHere = context === about || ANYWHERE.has(binding.action);
      const on = isHere ? "here" : context === "shelf" && !isAlone ? "shelf" : "elsewhere";
      const item = itemOf(binding, context, on);
      // The key of another screen may do something else on this one.
      return [on === "here" ? { ...item, keys: item.keys.filter(isFreeFor(binding.action)) } : item];
    }),
  );
}

function itemOf({ action, help, keys }: Binding, context: Context, on: ActionItem["on"]): ActionItem {
  const name = action.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return { kind: "action", action, name, help, keys, context, on };
}
