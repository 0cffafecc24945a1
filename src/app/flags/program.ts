/**
 * Flags of the program itself.
 */
import type { Flag } from "./flag.ts";

export const program = {
  dir: {
    name: "dir",
    short: "d",
    value: "DIR",
    completes: "libraries",
    help: "the library: a folder of essays, or one file",
  },
  plainUi: {
    name: "plain-ui",
    help: "run the reader line by line, for screen readers and simple terminals",
  },
  debug: { name: "debug", help: "print a stack trace if ibid crashes, and problems with the index" },
  help: { name: "help", short: "h", help: "show this help" },
  version: { name: "version", short: "V", help: "show the version" },
} as const satisfies Record<string, Flag>;
