/**
 * The built program: on a pipe, and in a pseudo-terminal whose screen can be read.
 */
import { spawn as spawnProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type IPty, spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { inject, onTestFinished } from "vitest";
import { PATIENCE } from "./patience.ts";
import { screenLines } from "./screen-lines.ts";

export { screenLines } from "./screen-lines.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const program = join(root, "dist/ibid.js");
export const shippedEssays = join(root, "essays");

if (!existsSync(program)) throw new Error("dist/ibid.js is missing: npm run build makes it");

/**
 * An environment of its own, so that nothing of the person who tests shows through. Only the cache is that of all tests of a run:
 * the compiled program and the index of the essays that ship are made once.
 */
export function environment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const home = mkdtempSync(join(tmpdir(), "ibid-home-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    IBID_CACHE: inject("cache"),
    NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? "",
    LANG: "C.UTF-8",
    TERM: "xterm-256color",
    ...extra,
  };
}

export interface Piped {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Runs the program on pipes to its end. */
export function pipe(
  args: readonly string[],
  options: { input?: string; cwd?: string; env?: Record<string, string> } = {},
): Promise<Piped> {
  return shell(`exec "$IBID_NODE" "$IBID_PROGRAM" "$@"`, args, options);
}

/** Runs a shell command in which `ibid` is the program. */
export function shell(
  command: string,
  args: readonly string[] = [],
  options: { input?: string; cwd?: string; env?: Record<string, string> } = {},
): Promise<Piped> {
  return new Promise((resolve, reject) => {
    const script = `ibid() { "$IBID_NODE" "$IBID_PROGRAM" "$@"; }\n${command}`;
    const child = spawnProcess("bash", ["-c", script, "bash", ...args], {
      cwd: options.cwd ?? root,
      env: { ...environment(options.env), IBID_NODE: process.execPath, IBID_PROGRAM: program },
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ out, err, code }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
  });
}

/** The first words on a screen: those of the first row, or of the one below, because a page begins with a blank row. */
export function topOf(lines: readonly string[]): string {
  return lines.find((line) => line.trim() !== "")?.trim() ?? "";
}

/** A program in a pseudo-terminal. */
export interface Screen {
  readonly pty: IPty;
  readonly terminal: xterm.Terminal;
  /** Everything that the program has sent. */
  readonly sent: () => string;
  readonly text: () => string[];
  readonly type: (keys: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** Waits until what is on the screen satisfies `condition`. */
  readonly until: (condition: (lines: string[]) => boolean, what: string) => Promise<string[]>;
  /** Waits until `text` is on the screen. */
  readonly shows: (text: string) => Promise<string[]>;
  readonly exit: Promise<{ exitCode: number; signal?: number | undefined }>;
}

/** Starts the program in a pseudo-terminal of this size. */
export function open(
  args: readonly string[],
  size: { columns: number; rows: number },
  options: { cwd?: string; env?: Record<string, string>; command?: string } = {},
): Screen {
  const env = { ...environment(options.env), IBID_NODE: process.execPath, IBID_PROGRAM: program };
  const [file, argv] =
    options.command === undefined
      ? [process.execPath, [program, ...args]]
      : ["bash", ["--norc", "-c", options.command]];
  const pty = spawn(file, argv, {
    cols: size.columns,
    rows: size.rows,
    cwd: options.cwd ?? root,
    env,
    name: "xterm-256color",
  });
  const terminal = new xterm.Terminal({ cols: size.columns, rows: size.rows, allowProposedApi: true });
  let sent = "";
  let done = false;
  const waiting = new Set<() => void>();
  const changed = (): void => waiting.forEach((check) => check());
  pty.onData((data) => {
    sent += data;
    terminal.write(data, changed);
  });
  const exit = new Promise<{ exitCode: number; signal?: number | undefined }>((resolve) =>
    pty.onExit((how) => {
      done = true;
      // The terminal takes what was sent in its own time.
      terminal.write("", () => {
        resolve(how);
        changed();
      });
    }),
  );
  onTestFinished(() => {
    if (!done) pty.kill("SIGKILL");
    terminal.dispose();
  });
  const text = (): string[] => screenLines(terminal);
  const until: Screen["until"] = (condition, what) =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (!condition(text())) return;
        stop();
        resolve(text());
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`waited in vain for ${what}; the screen shows:\n${text().join("\n")}`));
      }, PATIENCE);
      const stop = (): void => {
        clearTimeout(timer);
        waiting.delete(check);
      };
      waiting.add(check);
      check();
    });
  return {
    pty,
    terminal,
    sent: () => sent,
    text,
    type: (keys) => pty.write(keys),
    resize: (columns, rows) => {
      terminal.resize(columns, rows);
      pty.resize(columns, rows);
    },
    until,
    shows: (wanted) => until((lines) => lines.join("\n").includes(wanted), JSON.stringify(wanted)),
    exit,
  };
}
