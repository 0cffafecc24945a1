/**
 * The signals that end a program.
 */
import { constants } from "node:os";

/** Signals that end a program by default, except those for faults of its own code (POSIX, `<signal.h>`). */
const ENDING = [
  "SIGHUP",
  "SIGINT",
  "SIGQUIT",
  "SIGTRAP",
  "SIGABRT",
  "SIGUSR1",
  "SIGUSR2",
  "SIGALRM",
  "SIGTERM",
  "SIGVTALRM",
  "SIGXCPU",
  "SIGIO",
  "SIGSYS",
] as const;

/** ^C and ^\ are meant for the program that has the terminal. */
export const FROM_KEYS: ReadonlySet<NodeJS.Signals> = new Set(["SIGINT", "SIGQUIT"]);

/** Calls `end` when one arrives, with the exit code that a shell would give: 128 plus the signal's number. */
export function onEndingSignal(end: (signal: NodeJS.Signals, code: number) => void): void {
  for (const signal of ENDING) {
    const number = constants.signals[signal] as number | undefined;
    // Not every system has every signal.
    if (number !== undefined) process.on(signal, () => end(signal, 128 + number));
  }
}
