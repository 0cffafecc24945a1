/**
 * Keys in the list of libraries.
 */
import { type ContextKeys, always, moves, narrowing, placing } from "../../bindings.ts";

export const keys = {
  libraries: {
    title: "In the list of libraries",
    bindings: [
      ...moves,
      ...placing,
      narrowing,
      { keys: ["enter", "l", "right"], action: "open", help: "open that library" },
      ...always,
      { keys: ["q", "esc", "L"], action: "back", help: "back" },
    ],
  },
} as const satisfies Record<string, ContextKeys>;
