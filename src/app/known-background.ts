/**
 * The backgrounds of terminals, as they last said: a file of the state folder, so that a command need not ask again and the
 * reader's first frame has its colours at once. The reader asks every time, and what has changed is stored.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../system/make-folder.ts";
import { writeNewFile } from "../system/replace-file.ts";
import type { Background } from "../terminal/background.ts";

type Env = Readonly<Record<string, string | undefined>>;
/** `none` is a terminal that does not say. */
export type Known = Background | "none";

const FILE = "backgrounds.json";
/** More terminals than anybody uses; the oldest goes. */
const MOST = 20;

/** What a terminal last said; undefined if it was never asked. `memory` is the file of the memory, beside which this is kept. */
export function knownBackground(memory: string | undefined, env: Env): Known | undefined {
  return memory === undefined ? undefined : read(memory).get(nameOf(env));
}

/** Stores what a terminal said, if anything can be stored there. Never throws. */
export function keepBackground(memory: string | undefined, env: Env, known: Known): void {
  if (memory === undefined) return;
  const all = read(memory);
  const name = nameOf(env);
  if (all.get(name) === known) return;
  all.delete(name);
  all.set(name, known);
  try {
    makeFolder(dirname(memory));
    writeNewFile(fileOf(memory), `${JSON.stringify(Object.fromEntries([...all].slice(-MOST)))}\n`, true);
  } catch {
    // The terminal is asked again the next time.
  }
}

function fileOf(memory: string): string {
  return join(dirname(memory), FILE);
}

/** What tells one terminal from another: the program, and the one within which it runs. */
function nameOf(env: Env): string {
  const within = env["TMUX"] ? "tmux" : env["STY"] ? "screen" : "";
  return [env["TERM_PROGRAM"] ?? "", env["TERM"] ?? "", within].join(" ").trim();
}

function read(memory: string): Map<string, Known> {
  try {
    const values: unknown = JSON.parse(readFileSync(fileOf(memory), "utf8"));
    if (typeof values !== "object" || values === null) return new Map();
    return new Map(Object.entries(values).filter((entry): entry is [string, Known] => isKnown(entry[1])));
  } catch {
    return new Map();
  }
}

function isKnown(value: unknown): value is Known {
  return value === "light" || value === "dark" || value === "none";
}
