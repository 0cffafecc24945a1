/**
 * The world for commands under test: what they write is kept, what they ask is given.
 */
import { runProgram } from "../../src/cli/run.ts";
import { keyHelp } from "../../src/reader/key-help.ts";
import { remapped } from "../../src/reader/remap.ts";
import type { Io } from "../../src/terminal/io.ts";

export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

type World = Partial<Io> & { input?: string | Uint8Array };

/** A world without a terminal, in which nothing of the user's is read or written unless a test names a folder. */
export function worldOf({ input = "", env, ...rest }: World = {}): Io {
  return {
    out: () => {},
    outBytes: () => {},
    err: () => {},
    readInput: () => Promise.resolve(typeof input === "string" ? new TextEncoder().encode(input) : input),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 80,
    rows: 24,
    env: { IBID_CONFIG: "", IBID_CACHE: "", IBID_STATE: "", ...env },
    cwd: "/nonexistent",
    today: "2026-05-06",
    ...rest,
  };
}

/** Runs a command line in this process, in a world of its own. */
export async function run(argv: readonly string[], world: World = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const io = worldOf({
    out: (text) => void (out += text),
    outBytes: (bytes) => void (out += Buffer.from(bytes).toString("latin1")),
    err: (text) => void (err += text),
    ...world,
  });
  const code = await runProgram(argv, io, {
    open: () => Promise.reject(new Error("no screen in this test")),
    keys: (own, columns) => Promise.resolve(keyHelp(own, columns)),
    mistakes: (own) => Promise.resolve(remapped(own).complaints),
  });
  return { out, err, code };
}
