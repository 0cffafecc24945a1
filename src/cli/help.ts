/**
 * Help, made from the tables of commands, flags and topics.
 */
import { choosingFlags, commonFlags, type Flag } from "../app/flags.ts";
import { meaningOf } from "../app/flags/flag.ts";
import { aligned, stacked } from "./columns.ts";
import { type Command, commands, read } from "./commands.ts";
import { KEYS_TOPIC, TOPICS } from "./topics.ts";

/** The help of one command; of the program, if the command is the reader. */
export function commandHelp(command: Command): string {
  return [...(command === read ? overview() : usage(command)), ...flagSections(command), ...footer(command)]
    .join("\n")
    .concat("\n");
}

function overview(): string[] {
  const rows = commands.map(({ name, summary }) => [name, summary] as const);
  return [
    "ibid reads essays in the terminal, with each footnote where it is cited.",
    "",
    "Usage:",
    `  ibid ${read.operands}`,
    "  ibid COMMAND [ARGUMENTS]",
    "",
    "Commands:",
    ...aligned(rows),
    "",
  ];
}

function usage({ name, operands, summary, details }: Command): string[] {
  return [
    `Usage: ibid ${name} ${operands}`.trimEnd(),
    "",
    ...aligned([["", `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`]]).map((line) => line.trim()),
    "",
    ...(details ? [`${details.title}:`, ...aligned(details.rows), ""] : []),
  ];
}

/** Flags in groups: the command's own, those that choose essays, those of every command. */
function flagSections({ flags }: Command): string[] {
  const choosing = flags.filter((flag) => choosingFlags.includes(flag));
  const own = flags.filter((flag) => !choosing.includes(flag));
  return [
    ...section("Flags", own),
    ...section("Choosing essays", choosing),
    ...section("Every command", commonFlags),
  ];
}

function section(title: string, flags: readonly Flag[]): string[] {
  return flags.length === 0 ? [] : [`${title}:`, ...aligned(flags.map(flagRow)), ""];
}

function flagRow(flag: Flag): readonly [string, string] {
  const { name, short, value } = flag;
  const lead = short === undefined ? "    " : `-${short}, `;
  const term = `${lead}--${name}${value === undefined ? "" : ` ${value}`}`;
  return [term, meaningOf(flag)];
}

function footer(command: Command): string[] {
  const examples = stacked(command.examples.map(({ command: line, does }) => [line, does]));
  if (command !== read) return ["Examples:", ...examples];
  const topics = [...TOPICS, KEYS_TOPIC].map(({ name, summary }) => [name, summary] as const);
  return [
    "Examples:",
    ...examples,
    "",
    "Topics:",
    ...aligned(topics),
    "",
    "ibid help COMMAND or TOPIC shows more. In the reader, ? lists every key.",
  ];
}
