/**
 * `ibid path`: where an essay's file lies, for other tools.
 */
import { findEssay } from "../library/find.ts";
import { NoEssayError } from "../library/errors.ts";
import type { Io } from "../terminal/io.ts";
import { visible } from "../text/visible.ts";
import type { Arguments } from "./arguments.ts";
import { openLibraryFor } from "./session.ts";
import { say } from "./say.ts";

/** Down a pipe a path is what the file system has; on a terminal its control characters are shown. */
export async function run(args: Arguments, io: Io): Promise<number> {
  const library = await openLibraryFor(args, io);
  const end = args.flags.has("null") ? "\0" : "\n";
  let missing = false;
  for (const name of args.operands) {
    try {
      const { file } = findEssay(library, name, io.cwd);
      io.out((io.outIsTerminal ? visible(file) : file) + end);
    } catch (error) {
      if (!(error instanceof NoEssayError)) throw error;
      say(io, error.message);
      missing = true;
    }
  }
  return missing ? 2 : 0;
}
