/**
 * Makes the session of a parsed command line.
 */
import { optionsOf } from "../app/options-of.ts";
import { Session } from "../app/session.ts";
import type { Io } from "../terminal/io.ts";
import type { Invocation } from "./parse.ts";

/** The session. Reports errors of the config file. Throws `UsageError`. */
export function sessionOf({ command, args }: Invocation, io: Io): Session {
  const session = new Session(optionsOf(command, args, io), io);
  for (const complaint of session.options.config.complaints) session.say(complaint);
  return session;
}
