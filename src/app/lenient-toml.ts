/**
 * Parses TOML in which some lines are faulty: they are left out, each with a complaint, and the rest is used.
 *
 *     width = 66
 *     my notes = "/x"        ◀ left out
 *     [libraries             ◀ left out with all lines of its table, which would belong to another one
 *     blog = "~/blog"        ◀
 */
import { parse, TomlError } from "smol-toml";

/** The most faults that are passed over. A file with more is no TOML at all. */
const MOST_FAULTS = 20;
const HEADER = /^\s*\[/;

/** A fault of a file. */
export interface TomlFault {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

export interface LenientToml {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly TomlFault[];
}

/** The values of a file, without those of its faulty lines; no values if it has too many. */
export function lenientToml(source: string): LenientToml {
  const lines = source.split("\n");
  const faults: TomlFault[] = [];
  for (;;) {
    try {
      return { values: parse(lines.join("\n")), faults };
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      const { line, column } = error;
      const isLeftOut = (lines[line - 1] ?? "").trim() === "";
      if (!isLeftOut || faults.length === 0) faults.push({ line, column, reason: reasonOf(error, source) });
      if (isLeftOut || faults.length > MOST_FAULTS) return { values: {}, faults };
      leaveOut(lines, line - 1);
    }
  }
}

/** Empties a line, and all lines of a table if it is its header. The numbers of the lines stay. */
function leaveOut(lines: string[], at: number): void {
  lines.fill("", at, HEADER.test(lines[at]!) ? endOfTable(lines, at) : at + 1);
}

function endOfTable(lines: readonly string[], header: number): number {
  const next = lines.findIndex((line, nth) => nth > header && HEADER.test(line));
  return next < 0 ? lines.length : next;
}

/** The reason why a file is no TOML. A string that is never closed ends with its line, which the parser calls a control character. */
function reasonOf({ message, line, column }: TomlError, source: string): string {
  const reason = message.split("\n", 1)[0]?.replace(/^Invalid TOML document: /, "") ?? "";
  const text = source.split("\n")[line - 1] ?? "";
  const isAtEnd = column > text.replace(/\r$/, "").length;
  const isOpen = reason === "unfinished string" || (isAtEnd && reason.includes("in strings"));
  return isOpen ? "the string is not closed" : reason;
}
