/**
 * From a parsed command line to the session that its command runs in.
 */
import { optionsOf } from "../app/options.ts";
import { Session } from "../app/session.ts";
import type { Io } from "../terminal/io.ts";
import type { Invocation } from "./parse.ts";

/** The session; what is wrong in the config file is reported. Throws `UsageError`. */
export function sessionOf({ command, args }: Invocation, io: Io): Session {
  const session = new Session(optionsOf(command, args, io), io);
  for (const complaint of session.options.config.complaints) session.say(complaint);
  return session;
}
