/**
 * Messages to the user.
 */
import type { Io } from "../terminal/io.ts";
import { label } from "../text/visible.ts";

/** The longest message, in UTF-16 code units. A message may quote an argument as long as a file. */
const LONGEST = 2_000;

/** Prints a line on standard error, with visible control characters. */
export function say(io: Pick<Io, "err">, message: string): void {
  const line = label(message);
  io.err(`ibid: ${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}\n`);
}
