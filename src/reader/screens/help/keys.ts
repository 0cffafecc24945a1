/**
 * Keys in the help.
 */
import { type ContextKeys, everywhere, mouse, moves, narrowing } from "../../bindings.ts";

export const keys = {
  help: {
    title: "In this help",
    bindings: [
      ...moves,
      { ...narrowing, help: "show only the keys and words that you type; Esc shows all again" },
      mouse,
      ...everywhere,
      { keys: ["q", "esc", "?", "enter"], action: "back", help: "back" },
    ],
  },
} as const satisfies Record<string, ContextKeys>;
