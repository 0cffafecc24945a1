/**
 * Commands about the files of essays, and for shells.
 */
import { flags } from "../../app/flags.ts";
import { RULES } from "../../library/check/finding.ts";
import type { Command } from "./command.ts";

export const sources: readonly Command[] = [
  {
    name: "check",
    operands: "[PATH...]",
    takes: "files",
    details: { title: "Rules", rows: Object.entries(RULES) },
    count: [0, Infinity],
    summary: "check the sources of essays, for editors and CI",
    flags: [
      flags.severity,
      flags.maxWarnings,
      flags.rule,
      flags.ignore,
      flags.fix,
      flags.checkFormat,
      flags.json,
    ],
    examples: [
      { command: "ibid check", does: "Check the whole library, drafts included." },
      {
        command: "ibid check essays/ibid.md --ignore title-missing",
        does: "Check one file, without one rule.",
      },
      { command: "vim -q <(ibid check)", does: "Step through the findings in the editor." },
      { command: "ibid check --fix > fixes.patch", does: "Make a patch for git apply." },
    ],
    run: async (session) => (await import("../check.ts")).run(session),
  },
  {
    name: "path",
    operands: "ESSAY...",
    takes: "essays",
    count: [1, Infinity],
    summary: "print the paths of essays, for other tools",
    flags: [flags.nullPaths],
    examples: [{ command: '$EDITOR "$(ibid path what-a-pipe-is)"', does: "Open an essay in the editor." }],
    run: async (session) => (await import("../path.ts")).run(session),
  },
  {
    name: "completion",
    operands: "bash|zsh|fish",
    takes: "text",
    words: [{ word: "bash" }, { word: "zsh" }, { word: "fish" }],
    count: [1, 1],
    summary: "print the completion script of a shell",
    flags: [],
    examples: [
      { command: 'eval "$(ibid completion bash)"', does: "For ~/.bashrc." },
      { command: "source <(ibid completion zsh)", does: "For ~/.zshrc, after compinit." },
      { command: "ibid completion fish | source", does: "For ~/.config/fish/config.fish." },
    ],
    run: async (session) => (await import("../completion.ts")).run(session),
  },
];
