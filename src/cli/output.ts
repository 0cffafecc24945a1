/**
 * Writes essays to standard output, to the pager, or to the file of `--output`.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../app/arguments.ts";
import type { ShowFormat } from "../app/flags/formats.ts";
import type { Session } from "../app/session.ts";
import { OutputError } from "../app/output-error.ts";
import { systemReason } from "../system/reason.ts";
import { writeNewFile } from "../system/replace-file.ts";
import { statsOf } from "../system/stats.ts";
import { pageThrough } from "../terminal/pager.ts";
import { showFormat } from "./formats.ts";
import { refuseLibrary } from "./refuse-library.ts";

/** Binary formats, which a terminal must not get. */
const BINARY: ReadonlySet<ShowFormat> = new Set<ShowFormat>(["epub"]);

type Write = (content: string | Uint8Array) => Promise<void>;

/**
 * The function that writes the output. Throws `UsageError` for a binary format on a terminal, and `OutputError` for a file that
 * must not be written.
 */
export function outputOf(session: Session): Write {
  const { options, io } = session;
  const { output } = options;
  const format = showFormat(session);
  if (output !== undefined) return toFile(output, session);
  if (BINARY.has(format) && io.outIsTerminal)
    throw new UsageError(`${format} is binary; write it to a file with -o FILE`);
  return async (content) => {
    if (typeof content !== "string") return io.outBytes(content);
    const print = options.pager ? pageThrough(io) : io;
    print.out(content);
    await ("end" in print ? print.end?.() : undefined);
  };
}

function toFile(output: string, session: Session): Write {
  const { cwd, force: isForced } = session.options;
  const file = resolve(cwd, output);
  const stats = statsOf(file);
  if (stats?.isDirectory()) throw new OutputError(output, "is a folder");
  refuseLibrary(output, session, session.options.operands);
  // A device or a fifo is written to, and not replaced.
  const isLasting = stats === undefined || stats.isFile();
  if (existsSync(file) && isLasting && !isForced)
    throw new OutputError(output, "already exists; --force replaces it");
  return (content) => {
    try {
      writeNewFile(file, content, isForced || !isLasting);
    } catch (error) {
      throw new OutputError(output, `can't be written: ${systemReason(error)}`);
    }
    return Promise.resolve();
  };
}
