/**
 * The signals that end a program, and those of them that the program which has the terminal gets from its user.
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

/** ^C and ^\ reach every process of the job, but are meant for the program that has the terminal. */
const FROM_KEYS = ["SIGINT", "SIGQUIT"] as const;

/** The number of works during which another program has the terminal; signals are the whole process's. */
let lent = 0;

/**
 * Calls `end` when one arrives, with the exit code that a shell would give: 128 plus the signal's number. While another program
 * has the terminal, ^C and ^\ do not call it.
 */
export function onEndingSignal(end: (code: number) => void): void {
  for (const signal of ENDING) {
    const number = constants.signals[signal] as number | undefined;
    // Not every system has every signal.
    if (number === undefined) continue;
    process.on(signal, () => {
      if (lent === 0 || !FROM_KEYS.some((key) => key === signal)) end(128 + number);
    });
  }
}

/** Does `work`, during which another program has the terminal: its user's ^C and ^\ do not end ibid. */
export async function leavingKeys<Result>(work: () => Promise<Result>): Promise<Result> {
  const ignore = (): void => undefined;
  lent++;
  // A signal without a listener ends the process.
  for (const signal of FROM_KEYS) process.on(signal, ignore);
  try {
    return await work();
  } finally {
    for (const signal of FROM_KEYS) process.off(signal, ignore);
    lent--;
  }
}
