/**
 * Runs the command line, and turns errors into messages and exit codes.
 */
import type { Session } from "../app/session.ts";
import { UnfitFileError } from "../essay/decode.ts";
import { NoEssayError, NoFullTextError, NoLibraryError, UnreadableError } from "../library/errors.ts";
import { BusyMemoryError } from "../memory/errors.ts";
import type { Io } from "../terminal/io.ts";
import { commands, read } from "./commands.ts";
import { commandHelp } from "./help.ts";
import { UsageError } from "../app/arguments.ts";
import { reportBug } from "../app/bug.ts";
import { flags } from "../app/flags.ts";
import { TerminalError } from "../terminal/terminal-error.ts";
import { OutputError } from "../app/output-error.ts";
import { topicPage } from "./topics.ts";
import { type Invocation, parseCommandLine, complaintLines } from "./parse.ts";
import { say } from "../app/say.ts";
import { version } from "../app/built-in.ts";
import { deniedReason, isDenied } from "../system/permission.ts";

/** The functions of the reader that commands need. Its modules are loaded when they are called. */
export interface ReaderSide {
  /** Opens the reader on the terminal. */
  readonly open: (session: Session, commands: readonly string[]) => Promise<number>;
  /** The help of its keys, including the user's own, in lines of at most `columns`. */
  readonly keys: (own: Readonly<Record<string, unknown>>, columns: number) => Promise<string>;
  /** The mistakes in the table `[keys]` of the config file. */
  readonly mistakes: (own: Readonly<Record<string, unknown>>) => Promise<readonly KeyMistake[]>;
}

export interface KeyMistake {
  readonly path: readonly string[];
  readonly message: string;
}

/** The hidden command of the shells' completions. */
export const COMPLETE = "__complete";
const HELP_COLUMNS = 80;
const names = commands.map(({ name }) => name);

/** Returns the exit code: 0 if something was found, 1 if nothing was, 2 for an error. */
export async function runProgram(argv: readonly string[], io: Io, reader: ReaderSide): Promise<number> {
  try {
    if (argv[0] === COMPLETE) {
      const { complete, completionCode, completionLines } = await import("./complete.ts");
      const offer = await complete(argv.slice(1), io);
      io.out(completionLines(offer));
      return completionCode(offer);
    }
    const invocation = parseCommandLine(argv);
    const { command } = invocation;
    const asks = invocation.args.flags;
    if (asks.has("help")) {
      await showHelp(invocation, io, reader);
      return 0;
    }
    if (asks.has("version")) {
      io.out(`ibid ${version}\n`);
      return 0;
    }
    // Help and version do not load this.
    const { sessionOf } = await import("./session-of.ts");
    const session = sessionOf(invocation, io);
    try {
      if (command === read && io.outIsTerminal && !asks.has(flags.listFormat.name))
        return await reader.open(session, names);
      await reportKeys(session, reader);
      return await command.run(session, names);
    } finally {
      session.close();
    }
  } catch (error) {
    return complain(error, argv, io);
  }
}

/** The keys are many screens long, so they go through the pager; other pages are printed. */
async function showHelp({ command, topic }: Invocation, io: Io, reader: ReaderSide): Promise<void> {
  const page = topic === undefined ? commandHelp(command) : topicPage(topic);
  if (page !== undefined) return io.out(page);
  const { readConfig } = await import("../app/config.ts");
  const { keys, config } = readConfig(io.env);
  const lines = await reader.keys(keys, HELP_COLUMNS);
  if (config.pager === false) return io.out(lines);
  const { pageThrough } = await import("../terminal/pager.ts");
  const print = pageThrough(io);
  print.out(lines);
  await ("end" in print ? print.end?.() : undefined);
}

/** Reports mistakes in `[keys]` of the config file; the reader does so itself. */
async function reportKeys(session: Session, reader: ReaderSide): Promise<void> {
  const { keys, placeOf } = session.options.config;
  if (Object.keys(keys).length === 0) return;
  for (const { path, message } of await reader.mistakes(keys)) session.say(`${placeOf(path)}: ${message}`);
}

function complain(error: unknown, argv: readonly string[], io: Io): number {
  if (error instanceof UsageError) complaintLines(error.message, argv).forEach((line) => say(io, line));
  else if (isExpected(error)) say(io, error.message);
  else if (isDenied(error))
    say(io, `${error.resource || "the work of this command"}: ${deniedReason(error)}`);
  else reportBug(error, argv, io);
  return 2;
}

function isExpected(error: unknown): error is Error {
  return (
    error instanceof OutputError ||
    error instanceof TerminalError ||
    error instanceof BusyMemoryError ||
    error instanceof NoEssayError ||
    error instanceof NoFullTextError ||
    error instanceof NoLibraryError ||
    error instanceof UnreadableError ||
    error instanceof UnfitFileError
  );
}
