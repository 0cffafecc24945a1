/**
 * The signals that end a program, and those of them that the program which has the terminal gets from its user.
 */
import type { ChildProcess } from "node:child_process";
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

type Ending = (typeof ENDING)[number];

/**
 * How long after the end of another program a signal may arrive that its user sent before, in milliseconds. The system may give the
 * signal to any thread of ibid (POSIX, 2.4.1), and on a busy machine that thread can run later than the one that sees the program end.
 */
const LATE = 1000;

/** The number of works during which another program has the terminal; signals are the whole process's. */
let lent = 0;
/** The number of programs that end before ibid. */
let outlived = 0;

/**
 * Calls `end` when one arrives, with the exit code that a shell would give: 128 plus the signal's number. While another program
 * has the terminal, ^C and ^\ do not call it.
 */
export function onEndingSignal(end: (code: number) => void): void {
  for (const signal of known(ENDING)) {
    process.on(signal, () => {
      const isOthers = lent > 0 && isFromKeys(signal);
      if (!isOthers && outlived === 0) end(codeOf(signal));
    });
  }
}

/**
 * Does `work`, during which a program has the terminal that must end before ibid, or it and the shell would share the keys. A signal
 * that ends ibid is passed on to the program, and ibid ends after `work`. (git waits for its pager too, but does not end it.)
 */
export async function outliving<Result>(program: ChildProcess, work: () => Promise<Result>): Promise<Result> {
  let received: Ending | undefined;
  const passOn = (signal: NodeJS.Signals): void => {
    received ??= ENDING.find((one) => one === signal);
    program.kill(signal);
  };
  const passed = known(ENDING).filter((signal) => !isFromKeys(signal));
  outlived++;
  for (const signal of passed) process.on(signal, passOn);
  try {
    return await work();
  } finally {
    for (const signal of passed) process.off(signal, passOn);
    outlived--;
    if (received) process.exit(codeOf(received));
  }
}

/** Not every system has every signal. */
function known(signals: readonly Ending[]): Ending[] {
  return signals.filter((signal) => (constants.signals[signal] as number | undefined) !== undefined);
}

function codeOf(signal: Ending): number {
  return 128 + constants.signals[signal];
}

function isFromKeys(signal: Ending): boolean {
  return FROM_KEYS.some((key) => key === signal);
}

/** Does `work`, during which another program has the terminal: its user's ^C and ^\ do not end ibid, even if they arrive late. */
export async function leavingKeys<Result>(work: () => Promise<Result>): Promise<Result> {
  const ignore = (): void => undefined;
  const listenAgain = (): void => {
    for (const signal of FROM_KEYS) process.off(signal, ignore);
    lent--;
  };
  lent++;
  // A signal without a listener ends the process.
  for (const signal of FROM_KEYS) process.on(signal, ignore);
  try {
    return await work();
  } finally {
    setTimeout(listenAgain, LATE).unref();
  }
}
