/**
 * Keys in the help.
 */
import { type ContextKeys, everywhere, mouse, moves } from "../../bindings.ts";

export const keys = {
  help: {
    title: "In this help",
    bindings: [
      ...moves,
      mouse,
      ...everywhere,
      { keys: ["q", "esc", "?", "enter"], action: "back", help: "back" },
    ],
  },
} as const satisfies Record<string, ContextKeys>;
