/**
 * Keys in the palette.
 */
import { type ContextKeys, everywhere } from "../../bindings.ts";

export const keys = {
  palette: {
    title: "In the palette",
    bindings: [
      { keys: ["enter"], action: "accept", help: "do it" },
      { keys: ["down", "ctrl+n", "tab"], action: "down", help: "the next one" },
      {
        keys: ["up", "ctrl+p", "shift+tab"],
        action: "up",
        help: "the one before; on the first one, recall the last name",
      },
      { keys: ["pagedown", "ctrl+f"], action: "pageDown", help: "a screen down" },
      { keys: ["pageup", "ctrl+b"], action: "pageUp", help: "a screen up" },
      { keys: ["esc"], action: "back", help: "back" },
      ...everywhere,
    ],
  },
} as const satisfies Record<string, ContextKeys>;
