/**
 * The keys of the command field, and of the box with the output.
 */
import { type ContextKeys, always, everywhere, moves, narrowing } from "../../bindings.ts";

export const keys = {
  pipe: {
    title: "While you type a command",
    bindings: [
      { keys: ["enter"], action: "accept", help: "run it in your shell and show its output in a box" },
      { keys: ["tab"], action: "other", help: "switch its input between the essay and the passage" },
      { keys: ["up"], action: "older", help: "recall the last command" },
      { keys: ["down"], action: "newer", help: "recall the next command" },
      { keys: ["esc"], action: "back", help: "go back without running it" },
      ...everywhere,
    ],
  },
  answer: {
    title: "In the output of a command",
    bindings: [
      ...moves,
      { ...narrowing, help: "show only the lines with what you type; Esc shows all again" },
      { keys: ["y"], action: "copy", help: "copy the output" },
      { keys: ["|"], action: "pipe", help: "type another command" },
      ...always,
      {
        keys: ["q", "esc", "enter"],
        action: "back",
        help: "close the box, and stop a running command",
      },
    ],
  },
} as const satisfies Record<string, ContextKeys>;
