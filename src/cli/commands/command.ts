/**
 * The description of a command. Parser, help, completion and manual page are made from the tables of
 * commands.
 */
import type { Session } from "../../app/session.ts";
import type { Flag, Source } from "../../app/flags.ts";
import type { TermRow } from "../tables.ts";

export interface Example {
  readonly command: string;
  readonly does: string;
}

/** A first operand that is a word of this command, such as `import`. */
export interface Word {
  readonly word: string;
  readonly does?: string;
  /** What completion offers for the operands after it. */
  readonly takes?: Source;
}

export interface Command {
  readonly name: string;
  readonly operands: string;
  /** What completion offers for operands. */
  readonly takes: Source;
  readonly words?: readonly Word[];
  /** The least and the most operands. */
  readonly count: readonly [number, number];
  /** A flag that may replace the operands. */
  readonly instead?: Flag;
  readonly summary: string;
  readonly flags: readonly Flag[];
  /** A table that only this command has: rules, queries, forms. */
  readonly details?: { readonly title: string; readonly rows: readonly TermRow[] };
  readonly examples: readonly Example[];
  /** Whether `sort` and `reverse` of the config file apply to it. */
  readonly sorts?: boolean;
  /** Whether `width` of the config file applies to it: it lays out essays. */
  readonly laysOut?: boolean;
  /** A hint for words that were read as options. */
  readonly hint?: string;
  /** Runs the command and returns the exit code; `commands` are the names of all commands. */
  readonly run: (session: Session, commands: readonly string[]) => Promise<number>;
}
