/**
 * Starts a command, or the reader if there is a screen.
 */
import { openSync } from "node:fs";
import { reportBug } from "./app/bug.ts";
import { runProgram } from "./cli/run.ts";
import { closePrototypes } from "./system/closed-prototypes.ts";
import { processIo, processOutputs } from "./terminal/io.ts";
import type { Screen } from "./terminal/screen.ts";

export async function start(): Promise<void> {
  closePrototypes();
  const outputs = processOutputs();
  let owner: Promise<Screen> | undefined;
  const screen = (): Promise<Screen> =>
    (owner ??= newScreen(outputs.out.stream, (error) => reportBug(error, argv, io)));
  if (!hasCurrentFolder()) {
    outputs.err.write("ibid: the current folder is gone; change to another one\n");
    process.exitCode = 2;
    return;
  }
  const argv = process.argv.slice(2);
  const io = processIo(screen, outputs);
  process.exitCode = await runProgram(argv, io, {
    open: async (session, commands) => {
      const { startReader } = await import("./reader/reader.ts");
      return startReader(session, await screen(), commands);
    },
    keys: async (own, columns) => (await import("./reader/key-help.ts")).keyHelp(own, columns),
    mistakes: async (own) => (await import("./reader/remap.ts")).remapped(own).complaints,
  });
}

/** Whether the folder in which ibid was started still exists. */
function hasCurrentFolder(): boolean {
  try {
    process.cwd();
    return true;
  } catch {
    return false;
  }
}

async function newScreen(stdout: NodeJS.WriteStream, onBug: (error: unknown) => void): Promise<Screen> {
  const { Screen: Owner } = await import("./terminal/screen.ts");
  return new Owner(await keyboard(), stdout, onBug);
}

/** The source of keys: standard input, or the terminal itself if standard input is a pipe. */
async function keyboard(): Promise<NodeJS.ReadStream> {
  if (process.stdin.isTTY) return process.stdin;
  const { ReadStream } = await import("node:tty");
  return new ReadStream(openSync("/dev/tty", "r"));
}
