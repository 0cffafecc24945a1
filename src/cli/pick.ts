/**
 * Finds the command that a line names. Flags may precede it.
 */
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { nearest } from "../text/nearest.ts";
import { UsageError } from "../app/arguments.ts";
import { commonFlags, type Flag } from "../app/flags.ts";
import { type Command, commands, read } from "./commands.ts";
import { TOPIC_NAMES } from "./topics.ts";

/** The word that asks for help. */
export const HELP = "help";

interface Picked {
  readonly command: Command;
  /** The line without the command. */
  readonly rest: string[];
  readonly topic?: string | undefined;
}

/** The command named by the first operand; the reader if there is none. Throws `UsageError`. */
export function pickCommand(argv: readonly string[]): Picked {
  const first = firstOperand(argv);
  if (first?.value === HELP) return helpFor(argv, first.index);
  const command = commands.find(({ name }) => name === first?.value);
  if (!command || !first) return { command: read, rest: [...argv] };
  return { command, rest: argv.toSpliced(first.index, 1) };
}

/** The first operand with its index in `argv`; undefined if none is before `--`. */
export function firstOperand(argv: readonly string[]): { value: string; index: number } | undefined {
  const everything = [read, ...commands].flatMap((command) => command.flags);
  const { tokens } = parseArgs({
    args: [...argv],
    options: parserOptions([...everything, ...commonFlags]),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const first = tokens.find((token) => token.kind === "positional" || token.kind === "option-terminator");
  return first?.kind === "positional" ? first : undefined;
}

/** Parses `ibid help`, `ibid help COMMAND` and `ibid help TOPIC`. */
function helpFor(argv: readonly string[], at: number): Picked {
  const rest = argv.toSpliced(at, 1);
  const words = rest.filter((word) => !word.startsWith("-"));
  const [asked] = words;
  if (words.length > 1) throw new UsageError(`help takes one command or topic, not ${words.length}`);
  const named = commands.find(({ name }) => name === asked);
  const topic = asked !== undefined && !named ? asked : undefined;
  if (topic !== undefined && !TOPIC_NAMES.includes(topic))
    throw new UsageError(noSuchCommand(topic, "", TOPIC_NAMES));
  return { command: named ?? read, rest: ["--help"], topic };
}

/** The message for a word that is not a command, with the nearest command, or else `hint`. */
export function noSuchCommand(word: string, hint: string, topics: readonly string[] = []): string {
  const near = nearest(word, [...commands.map(({ name }) => name), ...topics])[0];
  const more = near && !word.includes("/") ? `; did you mean ${near}?` : hint;
  return `${word}: no such command${topics.length > 0 ? " or topic" : ""}${more}`;
}

/** Flags in the form that Node.js's parser expects. */
export function parserOptions(known: readonly Flag[]): ParseArgsOptionsConfig {
  return Object.fromEntries(
    known.map((flag) => [
      flag.name,
      {
        type: flag.value === undefined ? "boolean" : "string",
        multiple: true,
        ...(flag.short && { short: flag.short }),
      },
    ]),
  ) as ParseArgsOptionsConfig;
}
