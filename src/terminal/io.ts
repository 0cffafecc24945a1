/**
 * The world as the program sees it, in one value: what main.ts makes of the process, and tests make by hand.
 */
import { fstatSync } from "node:fs";
import { isatty } from "node:tty";
import { BOUNDS } from "../text/bounds.ts";
import type { Background } from "./background.ts";
import type { Screen } from "./screen.ts";

export interface Io {
  /** Writes data for standard output. */
  readonly out: (text: string) => void;
  /** Writes words for the person, on standard error. */
  readonly err: (text: string) => void;
  /** Everything on standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly inIsTerminal: boolean;
  /** Whether something comes down a pipe, or from a file, on standard input; absent where nothing does. */
  readonly inIsPiped?: boolean;
  /** Columns and rows of the terminal, where standard output is one. */
  readonly columns: number;
  readonly rows: number;
  /** Asks the terminal whether its background is light or dark; absent where there is nobody to ask. */
  readonly askBackground?: () => Promise<Background | undefined>;
  /** Asks the user a question that is answered by `y` or not; absent where there is nobody to ask. */
  readonly confirm?: (question: string) => Promise<boolean>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The day here and now, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The process's own streams and environment; `screen` makes the terminal's owner, where there is a terminal. */
export function processIo(screen: () => Promise<Screen>): Io {
  const { stdout, stderr } = process;
  // What stdin is, without making a stream of it: most commands never read it.
  const inIsTerminal = isatty(0);
  const canAsk = inIsTerminal && stdout.isTTY;
  return {
    ...(canAsk && { askBackground: () => askBackground(screen), confirm }),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    readInput: () => readAll(process.stdin),
    outIsTerminal: stdout.isTTY,
    errIsTerminal: stderr.isTTY,
    inIsTerminal,
    inIsPiped: !inIsTerminal && isPiped(),
    // A terminal that says it has none has not been told its size.
    columns: stdout.columns || 80,
    rows: stdout.rows || 24,
    env: process.env,
    cwd: process.cwd(),
    today: dayOf(new Date()),
  };
}

async function askBackground(screen: () => Promise<Screen>): Promise<Background | undefined> {
  const { askBackground: ask } = await import("./background.ts");
  return ask(await screen());
}

/** Not so `/dev/null`, which is what programs have that were started in the background. */
function isPiped(): boolean {
  try {
    const stats = fstatSync(0);
    return stats.isFIFO() || stats.isFile();
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
      // At the end of the input, and at ^C.
      new Promise<string>((resolve) => lines.once("close", () => resolve(""))),
    ]);
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}

/** A day here, as ISO 8601 writes it. (`toLocaleDateString` would load all that is known of calendars: 10 ms.) */
function dayOf(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** To its end, or until it is longer than any file that is read: what comes down a pipe may never end. */
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

/**
 * Ends the program in good order when standard output can take no more: quietly with 0 when its reader has
 * gone (`| head`), with a message and 2 when it can't be written (a full disk).
 */
export function watchOutput(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    process.stderr.write(`ibid: can't write the output: ${error.message}\n`);
    process.exit(2);
  });
  process.stderr.on("error", () => process.exit(process.exitCode));
}
