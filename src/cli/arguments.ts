/**
 * The arguments of a command, as its code asks for them.
 */
import type { Flag } from "./flags.ts";

/** A command line that can't be obeyed. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

export interface Arguments {
  readonly operands: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** The value of a flag that takes one, the last if it was given again. */
export function valueOf(args: Arguments, flag: Flag): string | undefined {
  return args.values.get(flag.name)?.at(-1);
}

/** A flag's value as a number. */
export function numberOf(args: Arguments, flag: Flag): number | undefined {
  const value = valueOf(args, flag);
  return value === undefined ? undefined : Number(value);
}
