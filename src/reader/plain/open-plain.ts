/**
 * Runs the reader line by line.
 */
import { createInterface, type Interface } from "node:readline";
import type { Screen } from "../../terminal/screen.ts";
import { type ReaderOptions, stateOf } from "../start.ts";
import { performerOf, type World } from "../world.ts";
import { PlainReader } from "./plain-reader.ts";
import { printed } from "./printed.ts";

/** Resolves with the exit code when it is left. */
export async function openPlain(options: ReaderOptions): Promise<number> {
  const { following, memory, screen, open, library } = options;
  await library.ready();
  await library.readyToSearch();
  const { stdin, stdout } = screen.streams;
  // What is listed keeps its numbers, so later changes of the library are not followed.
  await following?.once();
  const state = stateOf({ ...options, first: undefined }, screen.size);
  const print = (lines: readonly string[]): void =>
    void stdout.write(printed(lines, stdout.columns || Infinity));
  const lines = createInterface({ input: stdin, output: stdout, terminal: true });
  const world: World = {
    ...options,
    color: false,
    voice: undefined,
    terminal: { write: (text) => void stdout.write(text), lend: (work) => lent(lines, screen, work) },
    state: () => state,
    now: Date.now,
    later: (act) => act(),
  };
  const isSearchable = following !== undefined;
  const perform = performerOf(world);
  const reader = new PlainReader(
    { memory, library, now: Date.now, isSearchable, perform, tell: print },
    state,
  );
  let code = 0;
  // As on the screen, ^C leaves with the exit code of the signal.
  lines.on("SIGINT", () => {
    code = 130;
    lines.close();
  });
  print(reader.begin(open).lines);
  lines.setPrompt(reader.prompt);
  lines.prompt();
  for await (const line of lines) {
    const { lines: answer, done } = reader.answer(line);
    print(answer);
    if (done) break;
    lines.setPrompt(reader.prompt);
    lines.prompt();
  }
  reader.keep();
  lines.close();
  if (code === 130) print([""]);
  return code;
}

/** Lends the terminal to another program, which gets all input until it ends. */
async function lent(lines: Interface, screen: Screen, work: () => Promise<void>): Promise<void> {
  lines.pause();
  try {
    await screen.lendLines(work);
  } finally {
    lines.resume();
    lines.prompt();
  }
}
