/**
 * Parses and validates the command line, and does nothing else.
 */
import { parseArgs } from "node:util";
import { parseCondition } from "../essay/condition.ts";
import { dateBefore } from "../essay/relative-date.ts";
import { nearest } from "../text/nearest.ts";
import { type Arguments, UsageError } from "../app/arguments.ts";
import { type Command, read } from "./commands.ts";
import { commonFlags, type Flag } from "../app/flags.ts";
import { noSuchCommand, parserOptions, pickCommand } from "./pick.ts";

export interface Invocation {
  readonly command: Command;
  readonly args: Arguments;
  /** The topic of `ibid help TOPIC`. */
  readonly topic: string | undefined;
}

/** Throws `UsageError`. */
export function parseCommandLine(argv: readonly string[]): Invocation {
  const { command, rest, topic } = pickCommand(argv);
  const known = [...command.flags, ...commonFlags];
  const { tokens } = parseArgs({
    args: rest,
    options: parserOptions(known),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const operands: string[] = [];
  const given = new Set<string>();
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const flag = known.find((one) => one.name === token.name);
    if (!flag) throw new UsageError(unknownFlag(token.rawName, known));
    const value = checkedValue(flag, token.rawName, token.value);
    given.add(flag.name);
    if (value !== undefined)
      values.set(flag.name, flag.multiple ? [...(values.get(flag.name) ?? []), value] : [value]);
  }
  const format = values.get("format")?.at(-1);
  checkTogether(given, format);
  const asksForWords = given.has("help") || given.has("version");
  if (!asksForWords) checkCount(command, operands, given);
  return { command, topic, args: { operands, flags: given, values } };
}

/** Throws `UsageError` for flags that request different outputs. */
function checkTogether(given: ReadonlySet<string>, format: string | undefined): void {
  if (given.has("json") && format !== undefined && format !== "json")
    throw new UsageError(`--json and --format ${format} contradict each other`);
  const asked = given.has("json") ? "--json" : `--format ${format}`;
  if (given.has("null") && !given.has("template") && (given.has("json") || format !== undefined))
    throw new UsageError(`--null and ${asked} can't be combined`);
  if (given.has("count") && given.has("names")) throw new UsageError("--count and --names can't be combined");
}

/** The lines of a usage error: its message with the help of the command that the line names, and the command's hint if it may apply. */
export function complaintLines(message: string, argv: readonly string[]): readonly string[] {
  try {
    const { command } = pickCommand(argv);
    const help = command === read ? "ibid --help" : `ibid ${command.name} --help`;
    const isHinted = command.hint !== undefined && argv.some((word) => mayBeWord(word, command));
    return [`${message} (see ${help})`, ...(isHinted && command.hint ? [command.hint] : [])];
  } catch {
    return [`${message} (see ibid --help)`];
  }
}

/**
 * Whether a minus and letters may mean a word to exclude: they are not a flag, or are several flags, or a flag with its
 * value.
 */
function mayBeWord(word: string, { flags }: Command): boolean {
  if (!/^-\p{L}/u.test(word)) return false;
  return word.length > 2 || ![...flags, ...commonFlags].some(({ short }) => short === word[1]);
}

function checkedValue(flag: Flag, rawName: string, value: string | undefined): string | undefined {
  if (flag.value === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value`);
    return undefined;
  }
  if (value === undefined || value === "")
    throw new UsageError(`${rawName} needs a value: ${rawName} ${flag.value}`);
  if (flag.values && !flag.values.includes(value)) {
    throw new UsageError(`${rawName} ${value}: not one of ${flag.values.join(", ")}`);
  }
  const complaint = complaintOf(flag, value);
  if (complaint) throw new UsageError(`${rawName} ${value}: ${complaint}`);
  return value;
}

/** To check the syntax of a date, any day serves as today. */
const ANY_DAY = "2000-01-01";

/** The fault of a value that must be a number, a date or a condition; undefined if there is none. */
function complaintOf(flag: Flag, value: string): string | undefined {
  switch (flag.check) {
    case "number": {
      const least = flag.least ?? 0;
      return /^\d+$/.test(value) && Number(value) >= least
        ? undefined
        : `not a whole number of at least ${least}`;
    }
    case "date":
      return dateBefore(value, ANY_DAY) === undefined
        ? "not a date; write 2025, 2025-07, 2025-07-08, 30d, yesterday or 3 weeks ago"
        : undefined;
    case "condition": {
      const condition = parseCondition(value, ANY_DAY);
      if (condition === undefined) return "write it as KEY=VALUE; other operators are != < > <= >= ~";
      return typeof condition === "string" ? condition : undefined;
    }
    default:
      return undefined;
  }
}

function unknownFlag(rawName: string, known: readonly Flag[]): string {
  const names = known.map((flag) => `--${flag.name}`);
  const near = rawName.startsWith("--") ? (nearest(rawName, names)[0] ?? asValue(rawName, known)) : undefined;
  return `unknown option ${rawName}${near ? `; did you mean ${near}?` : ""}`;
}

/** `--format csv` for `--csv`. */
function asValue(rawName: string, known: readonly Flag[]): string | undefined {
  const value = rawName.slice(2);
  const flag = known.find(({ values }) => values?.includes(value));
  return flag && `--${flag.name} ${value}`;
}

function checkCount(command: Command, operands: readonly string[], given: ReadonlySet<string>): void {
  const [least, most] = command.count;
  const count = operands.length;
  const isEnough = command.instead !== undefined && given.has(command.instead.name);
  if (count < least && !isEnough)
    throw new UsageError(`${command.name} needs an argument: ibid ${command.name} ${command.operands}`);
  if (count <= most) return;
  if (command !== read) throw new UsageError(`too many arguments: ibid ${command.name} ${command.operands}`);
  throw new UsageError(noSuchCommand(operands[0]!, folderHint(operands)));
}

/** Two words may be a folder and an essay of it. */
function folderHint([folder = "", essay, ...more]: readonly string[]): string {
  return essay === undefined || more.length > 0
    ? ""
    : `; to open an essay of a folder: ibid -d ${folder} ${essay}`;
}
