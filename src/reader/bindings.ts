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
  /** Each a key, or two that are pressed one after the other: `z t`. */
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
  { keys: ["g", "home"], action: "top", help: "to the top, or to the line counted (30g); gg too" },
  { keys: ["G", "end"], action: "bottom", help: "to the end, or to the line counted (30G)" },
  { keys: ["%"], action: "percent", help: "to the per cent counted (50%)" },
];

/** Where the line that the user is at stands on the screen. */
export const placing: readonly Binding[] = [
  { keys: ["z t"], action: "lineToTop", help: "what the cursor is on, to the top" },
  { keys: ["z z"], action: "lineToMiddle", help: "what the cursor is on, to the middle" },
  { keys: ["z b"], action: "lineToBottom", help: "what the cursor is on, to the bottom" },
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
  {
    keys: [":"],
    action: "palette",
    help: "every action by its name; :essay and a name opens one, :q leaves",
  },
  mouse,
  ...everywhere,
];

/** A table of keys, and what the help calls it. */
export interface ContextKeys {
  readonly title: string;
  readonly bindings: readonly Binding[];
}

/** Bindings without some of their keys, which mean something else on a screen. */
export function without(bindings: readonly Binding[], ...keys: readonly string[]): Binding[] {
  return bindings.map((binding) => ({
    ...binding,
    keys: binding.keys.filter((key) => !keys.includes(key)),
  }));
}
