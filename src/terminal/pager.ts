/**
 * The pager: `$PAGER`, else less.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Io } from "./io.ts";

/** Where to write what should be paged; `end` waits for the pager to be left. */
export interface Paged {
  readonly out: (text: string) => void;
  readonly end?: () => Promise<void>;
}

/** Starts the pager; where standard output is no terminal, text goes there unpaged. */
export function pageThrough(io: Io): Paged {
  if (!io.outIsTerminal) return io;
  const command = io.env["PAGER"] || "less -R";
  const pager = spawn(command, {
    shell: true,
    stdio: ["pipe", "inherit", "inherit"],
    env: { LESS: "FRX", ...io.env },
  });
  pager.stdin.on("error", () => undefined);
  const closed = once(pager, "close");
  return {
    out: (text) => void pager.stdin.write(text),
    end: async () => {
      pager.stdin.end();
      await closed;
    },
  };
}
