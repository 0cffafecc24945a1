/**
 * Runs a command line of the user in their shell. The command reads a text, and its output is collected.
 *
 * It runs in its own session, so it can't write to the terminal, and stopping it stops all processes that it started.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
import { messageOf } from "../text/message-of.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The output of a command so far. */
export interface CommandAnswer {
  /** Standard output and standard error, in order of arrival. */
  readonly text: string;
  /** The end of the command, in words, empty for success; undefined while it runs. */
  readonly ending: string | undefined;
}

export interface RunningCommand {
  /** Stops the command; no output is reported after that. */
  readonly stop: () => void;
}

/** The longest output, in UTF-16 code units; a command with more is stopped. */
export const LONGEST_ANSWER = 256 * 1024;
/** The least time between two reports of output, in milliseconds. */
const PAUSE = 50;

/** Runs `command` in the user's `$SHELL`; `onAnswer` receives its output as it grows, and finally its end. */
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
    answer(messageOf(error));
    return { stop: () => undefined };
  }
  const heard = (stream: NodeJS.ReadableStream | null): void => {
    const decoder = new StringDecoder("utf8");
    stream?.on("data", (bytes: Buffer) => {
      if (isOver) return;
      text += decoder.write(bytes);
      if (text.length > LONGEST_ANSWER) {
        text = text.slice(0, LONGEST_ANSWER);
        answer("stopped: too much output");
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
  // A command may end before it has read everything.
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

/** Stops the process group of a command. */
function end(child: ChildProcess): void {
  try {
    if (process.platform === "win32" || child.pid === undefined) child.kill();
    else process.kill(-child.pid, "SIGTERM");
  } catch {
    // The command has ended already.
  }
}
