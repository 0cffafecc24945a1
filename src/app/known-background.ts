/**
 * Stores the backgrounds of terminals in a file of the state folder. Commands then do not ask again, and the first frame of the
 * reader has the right colours. The reader asks at each start, and stores the answer if it has changed.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../system/make-folder.ts";
import { writeNewFile } from "../system/replace-file.ts";
import type { Background } from "../terminal/background.ts";

type Env = Readonly<Record<string, string | undefined>>;
/** A background, or `none` for a terminal that does not answer. */
export type KnownBackground = Background | "none";

const FILE = "backgrounds.json";
/** The largest number of terminals in the file. The oldest is dropped. */
const MOST = 20;

/** The last answer of a terminal, or undefined if it was never asked. The file lies beside `memory`, the file of the memory. */
export function knownBackground(memory: string | undefined, env: Env): KnownBackground | undefined {
  return memory === undefined ? undefined : read(memory).get(nameOf(env));
}

/** Stores the answer of a terminal, if the folder can be written to. Never throws. */
export function keepBackground(memory: string | undefined, env: Env, known: KnownBackground): void {
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

/** The name of a terminal: its program, its type, and the multiplexer within which it runs. */
function nameOf(env: Env): string {
  const within = env["TMUX"] ? "tmux" : env["STY"] ? "screen" : "";
  return [env["TERM_PROGRAM"] ?? "", env["TERM"] ?? "", within].join(" ").trim();
}

function read(memory: string): Map<string, KnownBackground> {
  try {
    const values: unknown = JSON.parse(readFileSync(fileOf(memory), "utf8"));
    if (typeof values !== "object" || values === null) return new Map();
    return new Map(
      Object.entries(values).filter((entry): entry is [string, KnownBackground] => isKnown(entry[1])),
    );
  } catch {
    return new Map();
  }
}

function isKnown(value: unknown): value is KnownBackground {
  return value === "light" || value === "dark" || value === "none";
}
