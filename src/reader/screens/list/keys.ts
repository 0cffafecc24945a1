/**
 * The keys of the lists: outline, bookmarks, marks, links, queue, recent essays.
 */
import {
  type Binding,
  type ContextKeys,
  always,
  everywhere,
  moves,
  narrowing,
  placing,
  without,
} from "../../bindings.ts";

const list: readonly Binding[] = [
  ...moves,
  ...placing,
  narrowing,
  { keys: ["enter", "l", "right"], action: "open", help: "go there" },
  { keys: ["i"], action: "peek", help: "peek at it in a box" },
  ...always,
];

const ATTACHES = "attach this mark to the selected words";

export const keys = {
  outline: {
    title: "In the outline",
    bindings: [...list, { keys: ["q", "esc", "o"], action: "back", help: "back" }],
  },
  bookmarks: {
    title: "In the list of bookmarks",
    bindings: [
      ...without(list, "d"),
      { keys: ["d"], action: "remove", help: "remove the bookmark" },
      { keys: ["q", "esc", "'"], action: "back", help: "back" },
    ],
  },
  marks: {
    title: "In the list of your marks",
    bindings: [
      ...without(list, "d"),
      { keys: ["d", "x"], action: "remove", help: "remove the mark" },
      { keys: ["U"], action: "undo", help: "bring back what you removed here" },
      { keys: ["tab", "H"], action: "switchList", help: "show the marks of all essays, or of this one" },
      { keys: ["q", "esc"], action: "back", help: "back" },
    ],
  },
  orphans: {
    title: "In the list of orphans: marks whose words are gone",
    bindings: [
      ...list.map((one) => (one.action === "open" ? { ...one, help: ATTACHES } : one)),
      { keys: ["q", "esc", "H"], action: "back", help: "go back without attaching one" },
    ],
  },
  citing: {
    title: "In the list of what links here",
    bindings: [...list, { keys: ["q", "esc", "L"], action: "back", help: "back" }],
  },
  queued: {
    title: "In the queue",
    bindings: [
      ...without(list, "d"),
      { keys: ["K"], action: "sooner", help: "move it up, to read it sooner; 3K: by three" },
      { keys: ["J"], action: "later", help: "move it down, to read it later" },
      { keys: ["d", "a"], action: "remove", help: "remove it from the queue" },
      { keys: ["q", "esc", "A"], action: "back", help: "back" },
    ],
  },
  recent: {
    title: "In the list of what you read last",
    bindings: [...list, { keys: ["q", "esc", "C"], action: "back", help: "back" }],
  },
  narrow: {
    title: "While you narrow a list",
    bindings: [
      { keys: ["enter"], action: "open", help: "do what Enter does in the list; else keep what is shown" },
      { keys: ["down", "ctrl+n"], action: "down", help: "down" },
      { keys: ["up", "ctrl+p"], action: "up", help: "up" },
      { keys: ["pagedown", "ctrl+f"], action: "pageDown", help: "a screen down" },
      { keys: ["pageup", "ctrl+b"], action: "pageUp", help: "a screen up" },
      { keys: ["tab"], action: "accept", help: "keep what is shown, and go back to the keys of the list" },
      { keys: ["esc"], action: "clear", help: "show the whole list again" },
      ...everywhere,
    ],
  },
} as const satisfies Record<string, ContextKeys>;
