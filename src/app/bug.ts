/**
 * The report of an error that is a bug.
 */
import { messageOf } from "../text/message-of.ts";
import type { Io } from "../terminal/io.ts";
import { visibleLines } from "../text/visible.ts";
import { version } from "./built-in.ts";
import { say } from "./say.ts";

/** Reports a bug on standard error: with the flag `--debug` in `argv`, its stack, which may quote paths of the library. */
export function reportBug(error: unknown, argv: readonly string[], io: Pick<Io, "err">): void {
  say(io, `this is a bug in ibid ${version}: ${messageOf(error)}`);
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  io.err(
    argv.includes("--debug")
      ? `${visibleLines(stack)}\n`
      : "ibid: please report it; --debug shows where it happened\n",
  );
}
