/**
 * Words for the person.
 */
import type { Io } from "../terminal/io.ts";
import { label } from "../text/visible.ts";

/** Longest message, in UTF-16 code units: what is echoed in one may be as long as a file. */
const LONGEST = 2_000;

/** A line for the user, on standard error: nothing in it is an order for the terminal. */
export function say(io: Io, message: string): void {
  const line = label(message);
  io.err(`ibid: ${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}\n`);
}
