/**
 * Runs a parsed command line, and turns what goes wrong into words and an exit code.
 */
import { BinaryFileError, NoEssayError, NoFullTextError, NoLibraryError } from "../library/errors.ts";
import type { Io } from "../terminal/io.ts";
import { visibleLines } from "../text/visible.ts";
import { readConfig } from "../app/config.ts";
import { withDefaults } from "./defaults.ts";
import { commandHelp } from "./help.ts";
import { UsageError } from "./arguments.ts";
import { type Invocation, parseCommandLine } from "./parse.ts";
import { say } from "./say.ts";
import { version } from "./version.ts";

/** What opens the reader, where there is a screen. */
export type OpenReader = (invocation: Invocation, io: Io) => Promise<number>;

/** How the shells' completions ask what a word may become. */
const COMPLETE = "__complete";

/** The exit code: 0 when something was found, 1 when nothing was, 2 for an error. */
export async function runProgram(argv: readonly string[], io: Io, openReader: OpenReader): Promise<number> {
  try {
    if (argv[0] === COMPLETE) {
      const { complete, completionLines } = await import("./complete.ts");
      io.out(completionLines(complete(argv.slice(1), io)));
      return 0;
    }
    const invocation = parseCommandLine(argv);
    const { command } = invocation;
    const asks = invocation.args.flags;
    if (asks.has("help")) {
      io.out(commandHelp(command));
      return 0;
    }
    if (asks.has("version")) {
      io.out(`ibid ${version}\n`);
      return 0;
    }
    for (const complaint of readConfig(io.env).complaints) say(io, complaint);
    const args = withDefaults(invocation, io);
    if (command.name === "read" && io.outIsTerminal && !args.flags.has("format"))
      return await openReader({ command, args }, io);
    return await command.run(args, io);
  } catch (error) {
    return complain(error, argv.includes("--debug"), io);
  }
}

function complain(error: unknown, debug: boolean, io: Io): number {
  if (error instanceof UsageError) say(io, `${error.message} (ibid --help tells more)`);
  else if (isExpected(error)) say(io, error.message);
  else {
    say(io, `this is a bug in ibid ${version}: ${error instanceof Error ? error.message : String(error)}`);
    const stack = error instanceof Error ? (error.stack ?? "") : "";
    io.err(
      debug ? `${visibleLines(stack)}\n` : "ibid: please report it; with --debug it says where it happened\n",
    );
  }
  return 2;
}

function isExpected(error: unknown): error is Error {
  return (
    error instanceof NoEssayError ||
    error instanceof NoFullTextError ||
    error instanceof NoLibraryError ||
    error instanceof BinaryFileError
  );
}
