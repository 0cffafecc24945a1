/**
 * Keys in the full-text search.
 */
import { type ContextKeys, everywhere } from "../../bindings.ts";

export const keys = {
  search: {
    title: "While you search the full text",
    bindings: [
      { keys: ["enter"], action: "open", help: "open the essay at the passage" },
      { keys: ["down", "ctrl+n"], action: "down", help: "the next passage" },
      {
        keys: ["up", "ctrl+p"],
        action: "up",
        help: "the passage before; on the first one, recall the last query",
      },
      { keys: ["pagedown", "ctrl+f"], action: "pageDown", help: "a screen down" },
      { keys: ["pageup", "ctrl+b"], action: "pageUp", help: "a screen up" },
      { keys: ["esc"], action: "back", help: "back" },
      ...everywhere,
    ],
  },
} as const satisfies Record<string, ContextKeys>;
