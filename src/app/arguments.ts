/**
 * The parsed and checked command line: flags by their names, and operands.
 */
import type { Flag } from "./flags.ts";

/** An error in the command line. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

export interface Arguments {
  readonly operands: readonly string[];
  /** Names of the flags that were given. */
  readonly flags: ReadonlySet<string>;
  /** The values of flags that take one, by name. */
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

/** Every value of a flag that may be given again. */
export function allOf(args: Arguments, flag: Flag): readonly string[] {
  return args.values.get(flag.name) ?? [];
}

/** Every value of a flag that may be given again, each split at commas. */
export function listOf(args: Arguments, flag: Flag): string[] {
  return allOf(args, flag).flatMap(partsOf);
}

/** The parts of a value that commas separate. */
export function partsOf(value: string): string[] {
  return value.split(",").map((part) => part.trim());
}
