/**
 * A place for one trial: folders of its own, the built program, and what every answer of it must be.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PROGRAM = join(import.meta.dirname, "../../dist/ibid.js");
/** Longest time for one command, in milliseconds: a machine may be busy. */
const PATIENCE = 120_000;

export interface Answer {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

export class World {
  readonly folder = mkdtempSync(join(tmpdir(), "ibid-torture-"));
  readonly library = this.#made("library");
  readonly cache = this.#made("cache");
  readonly state = this.#made("state");

  #made(name: string): string {
    mkdirSync(join(this.folder, name));
    return join(this.folder, name);
  }

  /**
   * An environment in which nothing of the user's shows through; with a cache or without. Only what Node.js has compiled is shared,
   * where there is a folder for it.
   */
  env(cache = this.cache): Record<string, string> {
    const compiled = process.env["NODE_COMPILE_CACHE"];
    return {
      PATH: process.env["PATH"] ?? "",
      HOME: this.folder,
      LANG: "C.UTF-8",
      TERM: "xterm-256color",
      IBID_CACHE: cache,
      IBID_STATE: this.state,
      IBID_CONFIG: "",
      ...(compiled !== undefined && { NODE_COMPILE_CACHE: compiled }),
    };
  }

  start(args: readonly string[], cache = this.cache): ChildProcess {
    return spawn(process.execPath, [PROGRAM, ...args], {
      env: this.env(cache),
      cwd: this.folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  /** What the program answers. */
  async run(args: readonly string[], cache = this.cache): Promise<Answer> {
    return answerOf(this.start(args, cache));
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function answerOf(child: ChildProcess): Promise<Answer> {
  let out = "";
  let err = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (err += text));
  const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ out, err, code });
    });
  });
}

/** What only ibid may send: SGR, and OSC 8 with an address in printable ASCII. */
const OWN = /\u001b\[[\d;]*m|\u001b\]8;;(?:(?:https?|mailto):[\u0021-\u007e]*)?\u001b\\/gi;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** Throws if a text holds what a terminal would obey. */
export function expectHarmless(text: string, of: string): void {
  const found = CONTROL.exec(text.replace(OWN, ""))?.[0];
  if (found !== undefined)
    throw new Error(`${of}: a control character, U+${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Throws if an answer is that of a program that is broken. */
export function expectSane({ out, err, code }: Answer, of: string): void {
  // Items that end with NUL are asked for.
  const text = of.includes(" -0") ? out.replaceAll("\0", "\n") : out;
  if (/this is a bug|^\s+at .*:\d+:\d+/m.test(err)) throw new Error(`${of}: ${err.slice(0, 2_000)}`);
  if (code !== 0 && code !== 1 && code !== 2) throw new Error(`${of}: ended with ${code}`);
  expectHarmless(text, of);
  expectHarmless(err, of);
}

/** Throws if two texts are not the same. */
export function expectSame(found: string, wanted: string, of: string): void {
  if (found === wanted) return;
  const lines = wanted.split("\n");
  const nth = found.split("\n").findIndex((line, index) => line !== lines[index]);
  throw new Error(
    `${of}: line ${nth + 1} is ${JSON.stringify(found.split("\n")[nth])}, not ${JSON.stringify(lines[nth])}`,
  );
}
