/**
 * Looks up whether essays were read and marked, for commands that choose and sort by it.
 */
import { existsSync } from "node:fs";
import type { Essay } from "../essay/essay.ts";
import type { ReadOf } from "../essay/reading.ts";
import type { ReadState } from "../essay/reading.ts";
import { keyOf } from "./key.ts";
import { Memory } from "./memory.ts";

/**
 * Returns a function that looks essays up in `file`, which is read on the first call; without a file no essay was read. A problem with
 * the file is reported.
 */
export function readOf(file: string | undefined, report: (complaint: string) => void): ReadOf {
  let known: Known | undefined;
  const all = (): Known => (known ??= knownIn(file, report));
  return Object.assign((essay: Essay): ReadState => all().states.get(keyOf(essay)) ?? "no", {
    marks: (essay: Essay): number => all().marks.get(keyOf(essay)) ?? 0,
  });
}

/** The state and the number of marks of essays, by their files. */
interface Known {
  readonly states: ReadonlyMap<string, ReadState>;
  readonly marks: ReadonlyMap<string, number>;
}

function knownIn(file: string | undefined, report: (complaint: string) => void): Known {
  if (file === undefined || !existsSync(file)) return { states: new Map(), marks: new Map() };
  const memory = new Memory(file);
  const states = new Map(memory.all().map((one) => [one.file, one.state]));
  const marks = memory.marks.counts();
  if (memory.complaint !== undefined) report(memory.complaint);
  memory.close();
  return { states, marks };
}
