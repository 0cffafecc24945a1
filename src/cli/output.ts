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
import { type Paged, pageThrough } from "../terminal/pager.ts";
import { showFormat } from "./formats.ts";
import { refuseLibrary } from "./refuse-library.ts";

/** Binary formats, which a terminal must not get. */
const BINARY: ReadonlySet<ShowFormat> = new Set<ShowFormat>(["epub"]);

/** Takes the output part by part. */
export interface Output {
  readonly write: (part: string | Uint8Array) => void;
  /** Resolves when all parts are written; a pager, and a file, get them only now. Rejects with `OutputError`. */
  readonly end: () => Promise<void>;
}

/**
 * Where the output goes. Throws `UsageError` for a binary format on a terminal, and `OutputError` for a file that
 * must not be written.
 */
export function outputOf(session: Session): Output {
  const { options, io } = session;
  const { output } = options;
  const format = showFormat(session);
  if (output !== undefined) return toFile(output, session);
  if (BINARY.has(format) && io.outIsTerminal)
    throw new UsageError(`${format} is binary; write it to a file with -o FILE`);
  const print: Paged = options.pager ? pageThrough(io) : io;
  return {
    write: (part) => (typeof part === "string" ? print.out(part) : io.outBytes(part)),
    end: async () => print.end?.(),
  };
}

/** A file is written at the end, because it must never have half of its content. */
function toFile(output: string, session: Session): Output {
  const { cwd, force: isForced } = session.options;
  const file = resolve(cwd, output);
  const stats = statsOf(file);
  if (stats?.isDirectory()) throw new OutputError(output, "is a folder");
  refuseLibrary(output, session, session.options.operands);
  // A device or a fifo is written to, and not replaced.
  const isLasting = stats === undefined || stats.isFile();
  if (existsSync(file) && isLasting && !isForced)
    throw new OutputError(output, "already exists; --force replaces it");
  const parts: Uint8Array[] = [];
  return {
    write: (part) => void parts.push(Buffer.from(part)),
    async end() {
      try {
        writeNewFile(file, Buffer.concat(parts), isForced || !isLasting);
      } catch (error) {
        throw new OutputError(output, `can't be written: ${systemReason(error)}`);
      }
    },
  };
}
