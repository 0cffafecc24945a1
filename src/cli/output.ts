/**
 * The shapes of output: how lines are painted, and how JSON is written.
 */
import type { Line } from "../layout/line.ts";
import { paintAnsi } from "../formats/ansi.ts";
import { paintPlain } from "../formats/plain.ts";
import { type ColorChoice, colorSupport } from "../terminal/color.ts";
import type { Io } from "../terminal/io.ts";
import { type Flag, flags } from "./flags.ts";
import { type Arguments, numberOf, valueOf } from "./arguments.ts";
import { themeOf } from "./theme.ts";

export type Painter = (line: Line) => string;

/** The format that is asked for; `text` unless standard output is a terminal that shows looks. */
export function formatOf(args: Arguments, flag: Flag, io: Io): string {
  if (args.flags.has("json")) return "json";
  return valueOf(args, flag) ?? (supportOf(args, io).looks ? "ansi" : "text");
}

/** What prints a line in format `text` or `ansi`. */
export async function painterOf(format: string, args: Arguments, io: Io): Promise<Painter> {
  // A theme that is not there is told, whether it would be used or not.
  const { theme } = await themeOf(args, io);
  if (format !== "ansi") return paintPlain;
  const support = supportOf(args, io);
  // Asked for by name, ANSI is given even where the environment asks for no colour: then without it.
  if (valueOf(args, flags.color) === "never") return paintPlain;
  const refused = io.env["NO_COLOR"];
  const depth = support.depth === "none" && !refused ? 16 : support.depth;
  return (line) => paintAnsi(line, { theme, depth, hyperlinks: support.hyperlinks });
}

function supportOf(args: Arguments, io: Io): ReturnType<typeof colorSupport> {
  return colorSupport((valueOf(args, flags.color) ?? "auto") as ColorChoice, io.env, io.outIsTerminal);
}

/** The widest line of a list: what is asked for, else the terminal's width; down a pipe there is no end. */
export function columnsOf(args: Arguments, io: Io): number {
  return numberOf(args, flags.width) ?? (io.outIsTerminal ? io.columns : Infinity);
}

const UNSAFE = /[\u007f-\u009f\u2028\u2029]/g;

/** JSON of two-blank indentation whose every control character is escaped, DEL and C1 too. */
export function toJson(value: unknown): string {
  return `${safeJson(value, 2)}\n`;
}

/** A line of JSON for each value (jsonlines.org). */
export function toJsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${safeJson(value, 0)}\n`).join("");
}

function safeJson(value: unknown, indent: number): string {
  const json = JSON.stringify(value, undefined, indent);
  return json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
