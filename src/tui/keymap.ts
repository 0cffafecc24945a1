/**
 * The keys: what binds them is what the help lists.
 */
import type { Screen } from "./state.ts";

export type Action =
  | "down"
  | "up"
  | "halfDown"
  | "halfUp"
  | "pageDown"
  | "pageUp"
  | "top"
  | "bottom"
  | "line"
  | "redraw"
  | "open"
  | "filter"
  | "clear"
  | "search"
  | "find"
  | "nextMatch"
  | "previousMatch"
  | "tags"
  | "group"
  | "sort"
  | "reverse"
  | "nextHeading"
  | "previousHeading"
  | "nextEssay"
  | "previousEssay"
  | "notes"
  | "wider"
  | "narrower"
  | "theme"
  | "back"
  | "accept"
  | "help"
  | "suspend"
  | "quit"
  | "interrupt";

export interface Binding {
  readonly keys: readonly string[];
  readonly action: Action;
  readonly help: string;
}

const moves: readonly Binding[] = [
  { keys: ["j", "down", "ctrl+n", "ctrl+e"], action: "down", help: "down" },
  { keys: ["k", "up", "ctrl+p", "ctrl+y"], action: "up", help: "up" },
  { keys: ["ctrl+d"], action: "halfDown", help: "half a screen down" },
  { keys: ["ctrl+u"], action: "halfUp", help: "half a screen up" },
  { keys: ["space", "pagedown", "ctrl+f"], action: "pageDown", help: "a screen down" },
  { keys: ["b", "pageup", "ctrl+b"], action: "pageUp", help: "a screen up" },
  { keys: ["g", "home"], action: "top", help: "to the top, or to the line counted (30g)" },
  { keys: ["G", "end"], action: "bottom", help: "to the end, or to the line counted (30G)" },
];

const always: readonly Binding[] = [
  { keys: ["?"], action: "help", help: "this help" },
  { keys: ["ctrl+l"], action: "redraw", help: "draw the screen anew" },
  { keys: ["ctrl+z"], action: "suspend", help: "suspend, back with fg" },
  { keys: ["ctrl+c"], action: "interrupt", help: "leave ibid at once" },
];

const shelf: readonly Binding[] = [
  ...moves,
  { keys: ["enter", "l", "right"], action: "open", help: "open the essay" },
  { keys: ["/"], action: "filter", help: "filter as you type" },
  { keys: ["F"], action: "search", help: "search the full text, notes included" },
  { keys: ["esc"], action: "clear", help: "all essays again" },
  { keys: ["t"], action: "tags", help: "choose a tag" },
  { keys: ["T"], action: "group", help: "group by tag, or not" },
  { keys: ["s"], action: "sort", help: "sort by order, date, title or words" },
  { keys: ["r"], action: "reverse", help: "the other way round" },
  ...always,
  { keys: ["q"], action: "quit", help: "leave ibid" },
];

const filter: readonly Binding[] = [
  { keys: ["enter"], action: "open", help: "open the essay" },
  { keys: ["down", "ctrl+n"], action: "down", help: "down" },
  { keys: ["up", "ctrl+p"], action: "up", help: "up" },
  { keys: ["tab"], action: "accept", help: "keep the filter, back to the shelf" },
  { keys: ["esc"], action: "clear", help: "all essays again" },
  { keys: ["ctrl+c"], action: "interrupt", help: "leave ibid at once" },
  { keys: ["ctrl+z"], action: "suspend", help: "suspend, back with fg" },
];

const search: readonly Binding[] = [
  { keys: ["enter"], action: "open", help: "open the essay at the passage" },
  { keys: ["down", "ctrl+n"], action: "down", help: "the next passage" },
  { keys: ["up", "ctrl+p"], action: "up", help: "the passage before" },
  { keys: ["pagedown", "ctrl+f"], action: "pageDown", help: "a screen down" },
  { keys: ["pageup", "ctrl+b"], action: "pageUp", help: "a screen up" },
  { keys: ["esc"], action: "back", help: "back" },
  { keys: ["ctrl+l"], action: "redraw", help: "draw the screen anew" },
  { keys: ["ctrl+c"], action: "interrupt", help: "leave ibid at once" },
  { keys: ["ctrl+z"], action: "suspend", help: "suspend, back with fg" },
];

const find: readonly Binding[] = [
  { keys: ["enter", "tab"], action: "accept", help: "keep what is found; n and N go through it" },
  { keys: ["down", "ctrl+n"], action: "nextMatch", help: "the next match" },
  { keys: ["up", "ctrl+p"], action: "previousMatch", help: "the match before" },
  { keys: ["esc"], action: "clear", help: "back to where you were, nothing marked" },
  { keys: ["ctrl+l"], action: "redraw", help: "draw the screen anew" },
  { keys: ["ctrl+c"], action: "interrupt", help: "leave ibid at once" },
  { keys: ["ctrl+z"], action: "suspend", help: "suspend, back with fg" },
];

const tags: readonly Binding[] = [
  ...moves,
  { keys: ["enter", "l", "right"], action: "accept", help: "essays with this tag" },
  ...always,
  { keys: ["q", "esc"], action: "back", help: "back to the shelf" },
];

const page: readonly Binding[] = [
  ...moves,
  { keys: ["/"], action: "find", help: "find in this essay as you type" },
  { keys: ["n"], action: "nextMatch", help: "the next match" },
  { keys: ["N"], action: "previousMatch", help: "the match before" },
  { keys: ["F"], action: "search", help: "search the full text of all essays" },
  { keys: ["]"], action: "nextHeading", help: "to the next heading" },
  { keys: ["["], action: "previousHeading", help: "to the heading before" },
  { keys: ["J"], action: "nextEssay", help: "the next essay on the shelf" },
  { keys: ["K"], action: "previousEssay", help: "the essay before it" },
  { keys: ["f"], action: "notes", help: "footnotes: auto, inline, margin, end, none" },
  { keys: ["+", "="], action: "wider", help: "a wider measure" },
  { keys: ["-"], action: "narrower", help: "a narrower measure" },
  { keys: ["T"], action: "theme", help: "the next theme" },
  ...always,
  { keys: ["q", "esc"], action: "back", help: "back to where you came from" },
];

const help: readonly Binding[] = [
  ...moves,
  { keys: ["q", "esc", "?", "enter"], action: "back", help: "back" },
  { keys: ["ctrl+z"], action: "suspend", help: "suspend, back with fg" },
  { keys: ["ctrl+c"], action: "interrupt", help: "leave ibid at once" },
];

export const keymap: Readonly<Record<Screen["kind"], readonly Binding[]>> = {
  shelf,
  filter,
  search,
  tags,
  page,
  find,
  help,
};

/** The action that `key` is bound to on a screen. */
export function actionOf(screen: Screen["kind"], key: string): Action | undefined {
  return keymap[screen].find((binding) => binding.keys.includes(key))?.action;
}

const NAMES: Readonly<Record<string, string>> = {
  down: "↓",
  up: "↑",
  left: "←",
  right: "→",
  enter: "Enter",
  esc: "Esc",
  space: "Space",
  tab: "Tab",
  home: "Home",
  end: "End",
  pagedown: "PgDn",
  pageup: "PgUp",
};

/** A key as keyboards have it written: `^D`, `PgDn`, `j`. */
export function keyName(key: string): string {
  return key.startsWith("ctrl+") ? `^${key.slice(5).toUpperCase()}` : (NAMES[key] ?? key);
}
