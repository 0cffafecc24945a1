/**
 * Everything that the program uses of its process, in one value: main.ts makes it from the real process,
 * and tests make it by hand.
 */
import { fstatSync } from "node:fs";
import { BOUNDS } from "../text/bounds.ts";
import type { Background } from "./background.ts";
import { isTerminal, Output } from "./output.ts";
import type { Screen } from "./screen.ts";

export interface Io {
  /** Writes results, to standard output. */
  readonly out: (text: string) => void;
  /** Writes binary data. */
  readonly outBytes: (bytes: Uint8Array) => void;
  /** Sets the exit code before results are written, for a run whose reader goes away meanwhile; absent in tests. */
  readonly setExitCode?: (code: number) => void;
  /** Writes messages, to standard error. */
  readonly err: (text: string) => void;
  /** Everything on standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Whether standard input is a pipe or a file; absent means no. */
  readonly inIsPiped?: boolean;
  /** Columns and rows of the terminal, if standard output is one. */
  readonly columns: number;
  readonly rows: number;
  /** Asks the terminal whether its background is light or dark; absent without a terminal. */
  readonly askBackground?: (() => Promise<Background | undefined>) | undefined;
  /** Asks the user a question and returns whether the answer was `y`; absent without a terminal. */
  readonly confirm?: ((question: string) => Promise<boolean>) | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Today's date in local time, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * The process's streams and environment; `screen` makes the owner of the terminal when it is first needed. What takes time to find out
 * is found out when it is first needed, too.
 */
export function processIo(screen: () => Promise<Screen>, { out, err }: Outputs): Io {
  const canAsk = (): boolean => out.isTerminal && isTerminal(0);
  return {
    get askBackground() {
      return canAsk() ? () => askBackground(screen, process.env) : undefined;
    },
    get confirm() {
      return canAsk() ? confirm : undefined;
    },
    out: (text) => out.write(text),
    outBytes: (bytes) => out.write(bytes),
    setExitCode: (code) => void (process.exitCode = code),
    err: (text) => err.write(text),
    readInput: () => readAll(process.stdin),
    get outIsTerminal() {
      return out.isTerminal;
    },
    get errIsTerminal() {
      return err.isTerminal;
    },
    get inIsPiped() {
      return isPiped();
    },
    // A terminal that reports 0 columns does not know its size.
    get columns() {
      return (out.isTerminal && out.stream.columns) || 80;
    },
    get rows() {
      return (out.isTerminal && out.stream.rows) || 24;
    },
    env: process.env,
    cwd: process.cwd(),
    today: dayOf(new Date()),
  };
}

async function askBackground(screen: () => Promise<Screen>, env: Io["env"]): Promise<Background | undefined> {
  const { askBackground: ask } = await import("./background.ts");
  return ask(await screen(), env);
}

/**
 * `/dev/null`, which programs started in the background have, is not a pipe. Node.js gives a program that it starts a socket instead of
 * a pipe.
 */
function isPiped(): boolean {
  try {
    const stats = fstatSync(0);
    return stats.isFIFO() || stats.isFile() || stats.isSocket();
  } catch {
    return false;
  }
}

async function confirm(question: string): Promise<boolean> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await Promise.race([
      lines.question(`${question} [y/N] `),
      // The input ended, or the user pressed ^C.
      new Promise<string>((resolve) => lines.once("close", () => resolve(""))),
    ]);
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}

/** A date in local time, by ISO 8601. (`toLocaleDateString` would load ICU's calendars, which takes 10 ms.) */
export function dayOf(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** Reads to the end, or up to the longest file that is read: a pipe may never end. */
async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Uint8Array);
    length += (chunk as Uint8Array).length;
    if (length > BOUNDS.fileBytes.most) break;
  }
  return Buffer.concat(chunks);
}

/** Standard output and standard error. */
export interface Outputs {
  readonly out: Output;
  readonly err: Output;
}

/**
 * The outputs of the process. If standard output fails, the program ends: quietly when its reader has gone (`| head`), with 0 or the
 * exit code that is known by then (`setExitCode`); with a message and 2 when it can't be written (for example, on a full disk).
 */
export function processOutputs(): Outputs {
  const err = new Output(
    2,
    () => process.stderr,
    () => process.exit(process.exitCode),
  );
  const out = new Output(
    1,
    () => process.stdout,
    ({ code, message }) => {
      if (code === "EPIPE") process.exit(process.exitCode ?? 0);
      err.write(`ibid: can't write the output: ${message}\n`);
      process.exit(2);
    },
  );
  return { out, err };
}
