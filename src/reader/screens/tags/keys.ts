/**
 * Keys in the list of tags.
 */
import { type ContextKeys, always, moves, narrowing, placing, without } from "../../bindings.ts";

export const keys = {
  tags: {
    title: "In the list of tags",
    bindings: [
      ...without(moves, "space"),
      ...placing,
      narrowing,
      { keys: ["space", "tab"], action: "tick", help: "tick a tag, to choose several" },
      { keys: ["a"], action: "anyOrAll", help: "choose essays with any of the tags, or with all" },
      { keys: ["enter", "l", "right"], action: "accept", help: "show the essays with these tags" },
      { keys: ["backspace"], action: "clear", help: "untick all" },
      ...always,
      { keys: ["q", "esc"], action: "back", help: "go back to the shelf" },
    ],
  },
} as const satisfies Record<string, ContextKeys>;
