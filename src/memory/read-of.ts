/**
 * Whether essays were read, for commands that choose and sort by it.
 */
import { existsSync } from "node:fs";
import type { ReadOf } from "../essay/reading.ts";
import type { ReadState } from "../essay/reading.ts";
import { keyOf } from "./key.ts";
import { Memory } from "./memory.ts";

/**
 * Asks what is remembered in `file` when the first essay is asked for; where nothing is, no essay was read. What is the matter
 * with the file is reported.
 */
export function readOf(file: string | undefined, report: (complaint: string) => void): ReadOf {
  let known: Map<string, ReadState> | undefined;
  return (essay) => (known ??= statesIn(file, report)).get(keyOf(essay)) ?? "no";
}

function statesIn(file: string | undefined, report: (complaint: string) => void): Map<string, ReadState> {
  if (file === undefined || !existsSync(file)) return new Map();
  const memory = new Memory(file);
  const states = new Map(memory.all().map((one) => [one.file, one.state]));
  if (memory.complaint !== undefined) report(memory.complaint);
  memory.close();
  return states;
}
