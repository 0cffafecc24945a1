/**
 * Keys while a command of the user's is typed, and in what it answers.
 */
import { type ContextKeys, always, everywhere, moves } from "../../bindings.ts";

export const keys = {
  pipe: {
    title: "While you type a command",
    bindings: [
      { keys: ["enter"], action: "accept", help: "run it in your shell; its answer comes in a box" },
      { keys: ["tab"], action: "other", help: "what it reads: the essay, or the paragraph or lines" },
      { keys: ["up"], action: "older", help: "what was typed before" },
      { keys: ["down"], action: "newer", help: "what was typed after it" },
      { keys: ["esc"], action: "back", help: "back, nothing run" },
      ...everywhere,
    ],
  },
  answer: {
    title: "In the answer of a command",
    bindings: [
      ...moves,
      { keys: ["y"], action: "copy", help: "copy the answer" },
      { keys: ["|"], action: "pipe", help: "another command" },
      ...always,
      {
        keys: ["q", "esc", "enter"],
        action: "back",
        help: "close the box; a command that still runs is stopped",
      },
    ],
  },
} as const satisfies Record<string, ContextKeys>;
