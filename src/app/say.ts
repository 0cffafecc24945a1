/**
 * Words for the person.
 */
import type { Io } from "../terminal/io.ts";
import { label } from "../text/visible.ts";

/** A line for the person, on standard error: nothing in it is an order for the terminal. */
export function say(io: Io, message: string): void {
  io.err(`ibid: ${label(message)}\n`);
}
