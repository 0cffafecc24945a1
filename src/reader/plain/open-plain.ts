/**
 * Runs the reader line by line.
 */
import { type ReaderOptions, stateOf } from "../start.ts";
import { performerOf, type World } from "../world.ts";
import { PlainReader } from "./plain-reader.ts";
import { printed } from "./printed.ts";
import { Typing } from "./typing.ts";

/** Resolves with the exit code when it is left. */
export async function openPlain(options: ReaderOptions): Promise<number> {
  const { following, memory, screen, open, library } = options;
  await library.ready();
  await library.readyToSearch();
  const { stdout } = screen.streams;
  // What is listed keeps its numbers, so later changes of the library are not followed.
  await following?.once();
  const state = stateOf({ ...options, first: undefined }, screen.size);
  const print = (lines: readonly string[]): void =>
    void stdout.write(printed(lines, stdout.columns || Infinity));
  const typing = new Typing(screen);
  const world: World = {
    ...options,
    color: false,
    voice: undefined,
    terminal: { write: (text) => void stdout.write(text), lend: (work) => typing.lend(work) },
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
  typing.onInterrupt(() => {
    code = 130;
    typing.close();
  });
  print(reader.begin(open).lines);
  typing.prompt(reader.prompt);
  for await (const line of typing) {
    const { lines: answer, done } = reader.answer(line);
    print(answer);
    if (done) break;
    typing.prompt(reader.prompt);
  }
  reader.keep();
  typing.close();
  if (code === 130) print([""]);
  return code;
}
