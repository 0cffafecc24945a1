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
  | "percent"
  | "lineToTop"
  | "lineToMiddle"
  | "lineToBottom"
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
  | "libraries"
  | "byState"
  | "nextNew"
  | "queue"
  | "queued"
  | "sooner"
  | "later"
  | "nextHeading"
  | "previousHeading"
  | "outline"
  | "nextEssay"
  | "previousEssay"
  | "nextLink"
  | "previousLink"
  | "follow"
  | "peek"
  | "toRight"
  | "toLeft"
  | "goBack"
  | "citing"
  | "bookmark"
  | "bookmarks"
  | "remove"
  | "select"
  | "selectLines"
  | "begin"
  | "swapEnds"
  | "left"
  | "right"
  | "nextWord"
  | "previousWord"
  | "wordEnd"
  | "lineStart"
  | "lineEnd"
  | "highlight"
  | "marks"
  | "attach"
  | "switchList"
  | "note"
  | "newLine"
  | "compose"
  | "unmark"
  | "undo"
  | "readAloud"
  | "pause"
  | "nextSentence"
  | "previousSentence"
  | "copy"
  | "copyAddress"
  | "edit"
  | "pipe"
  | "other"
  | "notes"
  | "wider"
  | "narrower"
  | "theme"
  | "spread"
  | "mouse"
  | "back"
  | "accept"
  | "older"
  | "newer"
  | "help"
  | "palette"
  | "suspend"
  | "quit"
  | "interrupt";

export interface Binding {
  /** Each is a key, or two keys in sequence: `z t`. */
  readonly keys: readonly string[];
  readonly action: Action;
  readonly help: string;
}

export const moves: readonly Binding[] = [
  { keys: ["j", "down", "ctrl+n", "ctrl+e"], action: "down", help: "down" },
  { keys: ["k", "up", "ctrl+p", "ctrl+y"], action: "up", help: "up" },
  { keys: ["d", "ctrl+d"], action: "halfDown", help: "half a screen down" },
  { keys: ["u", "ctrl+u"], action: "halfUp", help: "half a screen up" },
  { keys: ["space", "pagedown", "ctrl+f"], action: "pageDown", help: "a screen down" },
  { keys: ["b", "pageup", "ctrl+b"], action: "pageUp", help: "a screen up" },
  { keys: ["g", "home"], action: "top", help: "to the top, or to line 30 (30g); gg does the same" },
  { keys: ["G", "end"], action: "bottom", help: "to the end, or to line 30 (30G)" },
  { keys: ["%"], action: "percent", help: "to a percentage: 50%" },
];

/** The place of the current line on the screen. */
export const placing = placingOf("the line of the cursor");

/** The keys that move `what` to a place of the screen. */
export function placingOf(what: string): readonly Binding[] {
  return [
    { keys: ["z t"], action: "lineToTop", help: `move ${what} to the top of the screen` },
    { keys: ["z z"], action: "lineToMiddle", help: "move it to the middle" },
    { keys: ["z b"], action: "lineToBottom", help: "move it to the bottom" },
  ];
}

/** Limits a list to the items with the typed words. */
export const narrowing: Binding = {
  keys: ["/"],
  action: "filter",
  help: "narrow the list as you type; Esc shows all of it again",
};

export const mouse: Binding = {
  keys: ["M"],
  action: "mouse",
  help: "hand the mouse to the terminal, or back to ibid",
};

/** The keys of every screen, with or without a field. */
export const everywhere: readonly Binding[] = [
  { keys: ["ctrl+l"], action: "redraw", help: "redraw the screen" },
  { keys: ["ctrl+z"], action: "suspend", help: "suspend ibid; fg continues it" },
  { keys: ["ctrl+c"], action: "interrupt", help: "leave ibid at once" },
];

export const always: readonly Binding[] = [
  { keys: ["?"], action: "help", help: "this help" },
  {
    keys: [":"],
    action: "palette",
    help: "find an action or essay by its name; :essay NAME opens an essay, :qa leaves ibid",
  },
  mouse,
  ...everywhere,
];

/** A table of keys, with its title in the help. */
export interface ContextKeys {
  readonly title: string;
  readonly bindings: readonly Binding[];
}

/** Bindings without the keys that have another meaning on a screen. */
export function without(bindings: readonly Binding[], ...keys: readonly string[]): Binding[] {
  return bindings.map((binding) => ({
    ...binding,
    keys: binding.keys.filter((key) => !keys.includes(key)),
  }));
}
