/**
 * A command line of the user's, run through their shell: it is given a text, and what it answers is collected.
 *
 * The command runs in a session of its own, so that it can't write to the terminal, and it is stopped with all that it
 * started.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";

type Env = Readonly<Record<string, string | undefined>>;

/** What a command has answered by now. */
export interface CommandAnswer {
  /** Standard output and standard error, in the order in which they came. */
  readonly text: string;
  /** How it ended, in words; undefined while it runs. */
  readonly ending: string | undefined;
}

export interface RunningCommand {
  /** Stops the command, if it still runs; nothing is answered after that. */
  readonly stop: () => void;
}

/** Longest answer that is kept, in UTF-16 code units; a command that says more is stopped. */
export const LONGEST_ANSWER = 256 * 1024;
/** Answers are told no more often than this, in milliseconds. */
const PAUSE = 50;

/** Runs `command` in the user's `$SHELL`; `onAnswer` hears what it answers as it comes, and at last how it ended. */
export function runUserCommand(
  command: string,
  input: string,
  env: Env,
  onAnswer: (answer: CommandAnswer) => void,
): RunningCommand {
  const isWindows = process.platform === "win32";
  let text = "";
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const answer = (ending?: string): void => {
    if (isOver) return;
    clearTimeout(timer);
    timer = undefined;
    isOver = ending !== undefined;
    onAnswer({ text, ending });
  };
  let child: ChildProcess;
  try {
    child = spawn(command, {
      shell: (!isWindows && env["SHELL"]) || true,
      detached: !isWindows,
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
  } catch (error) {
    answer(error instanceof Error ? error.message : String(error));
    return { stop: () => undefined };
  }
  const heard = (stream: NodeJS.ReadableStream | null): void => {
    const decoder = new StringDecoder("utf8");
    stream?.on("data", (bytes: Buffer) => {
      if (isOver) return;
      text += decoder.write(bytes);
      if (text.length > LONGEST_ANSWER) {
        text = text.slice(0, LONGEST_ANSWER);
        answer("stopped, for it says too much");
        return end(child);
      }
      timer ??= setTimeout(() => {
        timer = undefined;
        answer();
      }, PAUSE);
    });
  };
  heard(child.stdout);
  heard(child.stderr);
  child.once("error", (error) => answer(error.message));
  child.once("close", (code, signal) => answer(endingOf(code, signal)));
  // It need not read everything.
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(input);
  return {
    stop() {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      end(child);
    },
  };
}

function endingOf(code: number | null, signal: NodeJS.Signals | null): string {
  if (code === 0) return "";
  return signal === null ? `exit code ${code}` : `ended by ${signal}`;
}

/** Ends a command, and all that it started: they are one process group. */
function end(child: ChildProcess): void {
  try {
    if (process.platform === "win32" || child.pid === undefined) child.kill();
    else process.kill(-child.pid, "SIGTERM");
  } catch {
    // It has ended by itself.
  }
}
