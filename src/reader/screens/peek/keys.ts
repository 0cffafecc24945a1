/**
 * The keys of a peek.
 */
import { type ContextKeys, always, moves } from "../../bindings.ts";

export const keys = {
  peek: {
    title: "In a peek",
    bindings: [
      ...moves,
      { keys: ["tab"], action: "nextLink", help: "to the next link, note or mark" },
      { keys: ["shift+tab"], action: "previousLink", help: "to the link, note or mark before" },
      { keys: ["i"], action: "peek", help: "peek at its target, up to three deep" },
      {
        keys: ["enter", "l", "right"],
        action: "follow",
        help: "open the essay at this place, or follow the link",
      },
      ...always,
      { keys: ["q", "esc", "backspace", "ctrl+o"], action: "back", help: "close the box" },
    ],
  },
} as const satisfies Record<string, ContextKeys>;
