/**
 * Looks up whether essays were read and marked, for commands that choose and sort by it.
 */
import type { Essay } from "../essay/essay.ts";
import type { ReadOf, ReadState } from "../essay/reading.ts";
import { once } from "../text/once.ts";
import { keyOf } from "./key.ts";
import type { Memory } from "./memory.ts";

/** Returns a function that looks essays up in a memory, which is asked for on the first call. */
export function readOf(memory: () => Memory): ReadOf {
  const known = once(() => knownIn(memory()));
  return Object.assign((essay: Essay): ReadState => known().states.get(keyOf(essay)) ?? "no", {
    marks: (essay: Essay): number => known().marks.get(keyOf(essay)) ?? 0,
  });
}

/** The state and the number of marks of essays, by their files. */
interface RememberedReading {
  readonly states: ReadonlyMap<string, ReadState>;
  readonly marks: ReadonlyMap<string, number>;
}

function knownIn(memory: Memory): RememberedReading {
  const states = new Map(memory.all().map(({ file, state }) => [file, state]));
  return { states, marks: memory.marks.counts() };
}
