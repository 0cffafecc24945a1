/**
 * Bindings of keys to actions, and those that several screens share.
 */

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

export const moves: readonly Binding[] = [
  { keys: ["j", "down", "ctrl+n", "ctrl+e"], action: "down", help: "down" },
  { keys: ["k", "up", "ctrl+p", "ctrl+y"], action: "up", help: "up" },
  { keys: ["ctrl+d"], action: "halfDown", help: "half a screen down" },
  { keys: ["ctrl+u"], action: "halfUp", help: "half a screen up" },
  { keys: ["space", "pagedown", "ctrl+f"], action: "pageDown", help: "a screen down" },
  { keys: ["b", "pageup", "ctrl+b"], action: "pageUp", help: "a screen up" },
  { keys: ["g", "home"], action: "top", help: "to the top, or to the line counted (30g); gg too" },
  { keys: ["G", "end"], action: "bottom", help: "to the end, or to the line counted (30G)" },
];

export const mouse: Binding = {
  keys: ["M"],
  action: "mouse",
  help: "give the mouse to the terminal, or take it back",
};

/** What every screen has, those with a field too. */
export const everywhere: readonly Binding[] = [
  { keys: ["ctrl+l"], action: "redraw", help: "draw the screen anew" },
  { keys: ["ctrl+z"], action: "suspend", help: "suspend, back with fg" },
  { keys: ["ctrl+c"], action: "interrupt", help: "leave ibid at once" },
];

export const always: readonly Binding[] = [
  { keys: ["?"], action: "help", help: "this help" },
  mouse,
  ...everywhere,
];

/** A table of keys, and what the help calls it. */
export interface ContextKeys {
  readonly title: string;
  readonly bindings: readonly Binding[];
}

/** A binding without one of its keys. */
export function withoutKey(binding: Binding, key: string): Binding {
  return { ...binding, keys: binding.keys.filter((one) => one !== key) };
}
