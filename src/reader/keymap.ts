/**
 * The keys: what binds them is what the help lists.
 */
import type { Screen } from "./state.ts";

export type ScreenKind = Screen["kind"];

export type Keymap = Readonly<Record<ScreenKind, readonly Binding[]>>;

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
  | "continue"
  | "recent"
  | "filter"
  | "clear"
  | "search"
  | "find"
  | "nextMatch"
  | "previousMatch"
  | "tags"
  | "tick"
  | "anyOrAll"
  | "group"
  | "sort"
  | "reverse"
  | "mark"
  | "preview"
  | "nextHeading"
  | "previousHeading"
  | "outline"
  | "nextEssay"
  | "previousEssay"
  | "nextLink"
  | "previousLink"
  | "follow"
  | "goBack"
  | "citing"
  | "bookmark"
  | "bookmarks"
  | "remove"
  | "select"
  | "copy"
  | "copyAddress"
  | "edit"
  | "notes"
  | "wider"
  | "narrower"
  | "theme"
  | "mouse"
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
  { keys: ["g", "home"], action: "top", help: "to the top, or to the line counted (30g); gg too" },
  { keys: ["G", "end"], action: "bottom", help: "to the end, or to the line counted (30G)" },
];

const mouse: Binding = {
  keys: ["M"],
  action: "mouse",
  help: "give the mouse to the terminal, or take it back",
};

/** What every screen has, those where one types too. */
const everywhere: readonly Binding[] = [
  { keys: ["ctrl+l"], action: "redraw", help: "draw the screen anew" },
  { keys: ["ctrl+z"], action: "suspend", help: "suspend, back with fg" },
  { keys: ["ctrl+c"], action: "interrupt", help: "leave ibid at once" },
];

const always: readonly Binding[] = [{ keys: ["?"], action: "help", help: "this help" }, mouse, ...everywhere];

const shelf: readonly Binding[] = [
  ...moves,
  { keys: ["enter", "l", "right"], action: "open", help: "open the essay" },
  { keys: ["c"], action: "continue", help: "continue where you stopped reading" },
  { keys: ["C"], action: "recent", help: "the essays you read last" },
  { keys: ["/"], action: "filter", help: "filter as you type" },
  { keys: ["F"], action: "search", help: "search the full text, notes included" },
  { keys: ["esc"], action: "clear", help: "all essays again" },
  { keys: ["t"], action: "tags", help: "choose tags" },
  { keys: ["T"], action: "group", help: "group by tag, or not" },
  { keys: ["s"], action: "sort", help: "sort by order, date, title, words or what is read" },
  { keys: ["r"], action: "reverse", help: "the other way round" },
  { keys: ["p"], action: "preview", help: "the preview beside a wide shelf, or not" },
  { keys: ["x"], action: "mark", help: "mark as read, or as not" },
  { keys: ["'"], action: "bookmarks", help: "bookmarks" },
  { keys: ["e"], action: "edit", help: "open it in your editor" },
  { keys: ["y"], action: "copy", help: "copy its path" },
  ...always,
  { keys: ["q"], action: "quit", help: "leave ibid" },
];

const filter: readonly Binding[] = [
  { keys: ["enter"], action: "open", help: "open the essay" },
  { keys: ["down", "ctrl+n"], action: "down", help: "down" },
  { keys: ["up", "ctrl+p"], action: "up", help: "up" },
  { keys: ["tab"], action: "accept", help: "keep the filter, back to the shelf" },
  { keys: ["esc"], action: "clear", help: "all essays again" },
  ...everywhere,
];

const search: readonly Binding[] = [
  { keys: ["enter"], action: "open", help: "open the essay at the passage" },
  { keys: ["down", "ctrl+n"], action: "down", help: "the next passage" },
  { keys: ["up", "ctrl+p"], action: "up", help: "the passage before" },
  { keys: ["pagedown", "ctrl+f"], action: "pageDown", help: "a screen down" },
  { keys: ["pageup", "ctrl+b"], action: "pageUp", help: "a screen up" },
  { keys: ["esc"], action: "back", help: "back" },
  ...everywhere,
];

const find: readonly Binding[] = [
  { keys: ["enter", "tab"], action: "accept", help: "keep what is found; n and N go through it" },
  { keys: ["down", "ctrl+n"], action: "nextMatch", help: "the next match" },
  { keys: ["up", "ctrl+p"], action: "previousMatch", help: "the match before" },
  { keys: ["esc"], action: "clear", help: "back to where you were, nothing marked" },
  ...everywhere,
];

const tags: readonly Binding[] = [
  ...moves.map((binding) => withoutKey(binding, "space")),
  { keys: ["space", "tab"], action: "tick", help: "tick a tag, to choose several" },
  { keys: ["a"], action: "anyOrAll", help: "essays with any of them, or with all" },
  { keys: ["enter", "l", "right"], action: "accept", help: "the essays with these tags" },
  { keys: ["backspace"], action: "clear", help: "untick all" },
  ...always,
  { keys: ["q", "esc"], action: "back", help: "back to the shelf" },
];

const page: readonly Binding[] = [
  ...moves,
  { keys: ["tab"], action: "nextLink", help: "to the next link or mark" },
  { keys: ["shift+tab"], action: "previousLink", help: "to the link or mark before" },
  { keys: ["enter"], action: "follow", help: "follow it: to an essay, a note, the browser" },
  { keys: ["backspace", "ctrl+o"], action: "goBack", help: "back to where you were before a jump" },
  { keys: ["L"], action: "citing", help: "what links here" },
  { keys: ["o"], action: "outline", help: "outline" },
  { keys: ["]"], action: "nextHeading", help: "to the next heading" },
  { keys: ["["], action: "previousHeading", help: "to the heading before" },
  { keys: ["J"], action: "nextEssay", help: "the next essay on the shelf" },
  { keys: ["K"], action: "previousEssay", help: "the essay before it" },
  { keys: ["/"], action: "find", help: "find in this essay as you type" },
  { keys: ["n"], action: "nextMatch", help: "the next match" },
  { keys: ["N"], action: "previousMatch", help: "the match before" },
  { keys: ["F"], action: "search", help: "search the full text of all essays" },
  { keys: ["f"], action: "notes", help: "footnotes: auto, inline, margin, end, none" },
  { keys: ["+", "="], action: "wider", help: "a wider measure" },
  { keys: ["-"], action: "narrower", help: "a narrower measure" },
  { keys: ["T"], action: "theme", help: "the next theme" },
  { keys: ["m"], action: "bookmark", help: "bookmark the paragraph" },
  { keys: ["'"], action: "bookmarks", help: "bookmarks" },
  { keys: ["C"], action: "recent", help: "the essays you read last" },
  { keys: ["y"], action: "copy", help: "copy the paragraph, with notes and source" },
  { keys: ["v"], action: "select", help: "select lines, to copy them" },
  { keys: ["Y"], action: "copyAddress", help: "copy the essay's address or path" },
  { keys: ["e"], action: "edit", help: "open your editor at this line" },
  ...always,
  { keys: ["esc"], action: "clear", help: "nothing marked any more; else back" },
  { keys: ["q"], action: "back", help: "back to where you came from" },
];

const select: readonly Binding[] = [
  ...moves,
  { keys: ["y", "enter"], action: "copy", help: "copy the lines, with notes and source" },
  ...always,
  { keys: ["q", "esc", "v"], action: "back", help: "back, nothing copied" },
];

const box: readonly Binding[] = [
  ...moves,
  { keys: ["tab"], action: "nextLink", help: "to the next link or mark" },
  { keys: ["shift+tab"], action: "previousLink", help: "to the link or mark before" },
  { keys: ["enter"], action: "follow", help: "follow it; open the address; else close the box" },
  { keys: ["y"], action: "copy", help: "copy it" },
  ...always,
  { keys: ["q", "esc", "backspace", "ctrl+o"], action: "back", help: "close the box" },
];

const menu: readonly Binding[] = [
  ...moves,
  { keys: ["enter", "l", "right"], action: "open", help: "go there" },
  ...always,
];

const outline: readonly Binding[] = [...menu, { keys: ["q", "esc", "o"], action: "back", help: "back" }];
const citing: readonly Binding[] = [...menu, { keys: ["q", "esc", "L"], action: "back", help: "back" }];
const recent: readonly Binding[] = [...menu, { keys: ["q", "esc", "C"], action: "back", help: "back" }];
const bookmarks: readonly Binding[] = [
  ...menu,
  { keys: ["d"], action: "remove", help: "remove the bookmark" },
  { keys: ["q", "esc", "'"], action: "back", help: "back" },
];

const help: readonly Binding[] = [
  ...moves,
  mouse,
  ...everywhere,
  { keys: ["q", "esc", "?", "enter"], action: "back", help: "back" },
];

function withoutKey(binding: Binding, key: string): Binding {
  return { ...binding, keys: binding.keys.filter((one) => one !== key) };
}

/** The keys that ibid comes with. */
export const keymap: Keymap = {
  shelf,
  filter,
  search,
  tags,
  page,
  find,
  select,
  box,
  outline,
  bookmarks,
  citing,
  recent,
  help,
};

/** The action that `key` is bound to on a screen. */
export function actionOf(keys: Keymap, screen: ScreenKind, key: string): Action | undefined {
  return keys[screen].find((binding) => binding.keys.includes(key))?.action;
}

/** What the status line says of an action: `/ filter`; nothing if no key is bound to it. */
export function hint(keys: Keymap, screen: ScreenKind, action: Action, does: string): string[] {
  const key = keys[screen].find((binding) => binding.action === action)?.keys[0];
  return key === undefined ? [] : [`${keyName(key)} ${does}`];
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
  "shift+tab": "Shift-Tab",
  backspace: "Backspace",
  home: "Home",
  end: "End",
  pagedown: "PgDn",
  pageup: "PgUp",
};

/** Keys that have names. */
export const NAMED_KEYS: readonly string[] = Object.keys(NAMES);

/** A key as keyboards have it written: `^D`, `PgDn`, `j`. */
export function keyName(key: string): string {
  return key.startsWith("ctrl+") ? `^${key.slice(5).toUpperCase()}` : (NAMES[key] ?? key);
}
