/**
 * The plain reader without a terminal.
 */
import type { Library } from "../../src/library/library.ts";
import type { Memory } from "../../src/memory/memory.ts";
import { PlainReader } from "../../src/reader/plain/plain-reader.ts";
import { printed } from "../../src/reader/plain/printed.ts";
import { shelve } from "../../src/reader/shelve.ts";
import { initialState } from "../../src/reader/start.ts";
import { performerOf } from "../../src/reader/world.ts";

export interface PlainSession {
  readonly reader: PlainReader;
  /** Types lines; returns the answer to the last one. */
  readonly say: (...lines: string[]) => readonly string[];
  /** What a terminal of 80 columns is sent when lines are typed. */
  readonly sent: (...lines: string[]) => string;
  /** The addresses that the browser was given. */
  readonly browsed: string[];
}

/** The plain reader on a library, which is searched if it has an index. */
export function plainSession(library: Library, memory: Memory): PlainSession {
  const browsed: string[] = [];
  const { root, essays, targets, isSearchable } = library;
  const state = initialState(shelve({ root, essays, targets, skipped: [], choice: {}, isLibrary: true }), {
    columns: 80,
    rows: 24,
  });
  const perform = performerOf({
    library,
    following: isSearchable ? { recover: () => undefined } : undefined,
    choice: {},
    memory,
    env: {},
    color: false,
    voice: undefined,
    hasClipboard: false,
    terminal: { write: () => undefined, lend: () => Promise.resolve() },
    state: () => state,
    now: () => 1,
    later: (act) => act(),
  });
  const reader = new PlainReader(
    {
      memory,
      library,
      now: () => 1,
      isSearchable,
      perform: (effect, send) => {
        if (effect.kind === "browse") browsed.push(effect.href);
        else perform(effect, send);
      },
      tell: () => undefined,
    },
    state,
  );
  const answers = (lines: readonly string[]): (readonly string[])[] =>
    lines.map((line) => reader.answer(line).lines);
  return {
    reader,
    say: (...lines) => answers(lines).at(-1) ?? [],
    sent: (...lines) => printed(answers(lines).flat(), 80),
    browsed,
  };
}
