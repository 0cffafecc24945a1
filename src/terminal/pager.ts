/**
 * The pager: `$PAGER`, else less, or more on Windows.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { leavingKeys, outliving } from "./ending-signals.ts";
import type { Io } from "./io.ts";

/** Where to write the text; `end` waits until the user leaves the pager. */
export interface Paged {
  readonly out: (text: string) => void;
  readonly end?: () => Promise<void>;
}

/** A shell's exit codes for a command that can't be run or does not exist (POSIX, 2.8.2). */
const NOT_RUN = new Set([126, 127]);

/** If less is missing, the shell exits with a code of `NOT_RUN`, without a message. */
const USUAL = process.platform === "win32" ? "more" : "command -v less >/dev/null || exit 127; exec less -R";

/** Starts the pager. Without one, or if standard output is not a terminal, text goes there directly. */
export function pageThrough(io: Io): Paged {
  if (!io.outIsTerminal) return io;
  const command = io.env["PAGER"] || USUAL;
  let text = "";
  const page = (): Promise<void> => leavingKeys(paged).catch(() => io.out(text));
  const paged = async (): Promise<void> => {
    const pager = spawn(command, {
      shell: true,
      stdio: ["pipe", "inherit", "inherit"],
      env: { LESS: "FRX", ...io.env },
    });
    // The user may leave it before it has read everything.
    pager.stdin.on("error", () => undefined);
    pager.stdin.end(text);
    const [code] = (await outliving(pager, () => once(pager, "close"))) as [number | null];
    if (code !== null && NOT_RUN.has(code)) io.out(text);
  };
  return { out: (more) => void (text += more), end: page };
}
