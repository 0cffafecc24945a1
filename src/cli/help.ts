/**
 * Help, made from the table of commands.
 */
import { type Command, commands, read } from "./commands.ts";
import { commonFlags, type Flag } from "../app/flags.ts";

/** The help of the whole program. */
function overview(): string {
  const names = commands.map(
    (command) => [`ibid ${command.name} ${command.operands}`, command.summary] as const,
  );
  return [
    "ibid reads essays in the terminal, each footnote where it is cited.",
    "",
    "Usage:",
    ...aligned([[`ibid ${read.operands}`, read.summary], ...names]),
    "",
    "Flags:",
    ...aligned(flagRows([...read.flags, ...commonFlags])),
    "",
    "Examples:",
    ...aligned(read.examples.map(({ command, does }) => [command, does] as const)),
    "",
    "ibid COMMAND --help tells more of a command. In the reader, ? lists every key.",
    "",
  ].join("\n");
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  if (command === read) return overview();
  return [
    `ibid ${command.name} ${command.operands}`,
    "",
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    "",
    ...(command.details ? ["Queries:", ...aligned(command.details), ""] : []),
    "Flags:",
    ...aligned(flagRows([...command.flags, ...commonFlags])),
    "",
    "Examples:",
    ...aligned(command.examples.map(({ command: line, does }) => [line, does] as const)),
    "",
  ].join("\n");
}

function flagRows(flags: readonly Flag[]): (readonly [string, string])[] {
  return flags.map((flag) => {
    const short = flag.short ? `-${flag.short}, ` : "    ";
    return [`${short}--${flag.name}${flag.value ? ` ${flag.value}` : ""}`, flag.help] as const;
  });
}

/** Widest left column beside which the right one still stands; under a longer one it stands on the next line. */
const WIDEST = 34;

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const fitting = rows.map(([left]) => left.length).filter((length) => length <= WIDEST);
  const columns = Math.max(0, ...fitting);
  return rows.flatMap(([left, right]) =>
    left.length > WIDEST
      ? [`  ${left}`, `  ${" ".repeat(columns)}  ${right}`]
      : [`  ${left.padEnd(columns)}  ${right}`],
  );
}
