/**
 * The reader without a terminal: its state, its effects performed by its own world, and what the screen would show.
 */
// The reader loads it for each essay: on a busy machine it would come when the tests have ended.
import "../../src/app/hyphenator.ts";
import { paintPlain } from "../../src/formats/plain.ts";
import type { Library } from "../../src/library/library.ts";
import { Memory } from "../../src/memory/memory.ts";
import { headerRows } from "../../src/reader/geometry.ts";
import type { Effect, Message } from "../../src/reader/messages.ts";
import { shelve } from "../../src/reader/shelve.ts";
import { initialState, type Settings } from "../../src/reader/start.ts";
import type { Size, State } from "../../src/reader/state.ts";
import { update } from "../../src/reader/update.ts";
import { view } from "../../src/reader/view.ts";
import { performerOf } from "../../src/reader/world.ts";
import { memoryLibrary } from "./memory-library.ts";

export interface Reader {
  state: () => State;
  press: (...keys: string[]) => Reader;
  resize: (columns: number, rows: number) => Reader;
  screen: () => string[];
  /** The rows of the screen below its header, without the last one. */
  rows: () => string[];
  effects: () => readonly Effect[];
  /** Tells it something that happens in the world. */
  send: (message: Message) => void;
  readonly library: Library;
  readonly memory: Memory;
}

/** Effects that would reach out of the test: the browser, the clipboard, the editor, the terminal. */
const OUTSIDE = new Set<Effect["kind"]>([
  "browse",
  "copy",
  "edit",
  "settle",
  "suspend",
  "redraw",
  "quit",
  "voice",
  "compose",
  "compose",
]);

/** A reader on essays given as path and source, which are read once if their library is given. */
export function reader(
  sources: Readonly<Record<string, string>>,
  size: Size = { columns: 80, rows: 24 },
  settings: Settings = {},
  library: Library = memoryLibrary(sources),
): Reader {
  const { root } = library;
  const essays = Object.keys(sources).map((path) => ({
    ...library.essays.find((essay) => essay.path === path)!,
    file: `${root}/${path}`,
  }));
  const shelved = shelve({
    root,
    essays,
    targets: library.targets,
    skipped: [],
    choice: { drafts: true },
    isLibrary: true,
  });
  let clock = 0;
  const memory = new Memory(undefined);
  let state = initialState(shelved, size, settings);
  const performed: Effect[] = [];
  const perform = performerOf({
    library,
    following: { recover: () => undefined },
    choice: { drafts: true },
    memory,
    env: {},
    color: false,
    voice: undefined,
    hasClipboard: true,
    terminal: { write: () => undefined, lend: () => Promise.resolve() },
    state: () => state,
    now: () => ++clock,
    later: (act) => act(),
  });
  const send = (message: Message): void => {
    const updated = update(state, message);
    state = updated.state;
    for (const effect of updated.effects) {
      performed.push(effect);
      if (!OUTSIDE.has(effect.kind)) perform(effect, send);
    }
  };
  const own: Reader = {
    state: () => state,
    press: (...keys) => {
      for (const key of keys) send({ kind: "key", key });
      return own;
    },
    resize: (columns, rows) => {
      send({ kind: "resized", size: { columns, rows } });
      return own;
    },
    screen: () => view(state).map(paintPlain),
    rows: () => own.screen().slice(headerRows(state.size), -1),
    effects: () => performed,
    send,
    library,
    memory,
  };
  return own;
}
