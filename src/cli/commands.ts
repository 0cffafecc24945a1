/**
 * The table of commands, in the order of help. The module of a command is loaded when it runs.
 */
import type { Command } from "./commands/command.ts";
import { own } from "./commands/own.ts";
import { reading } from "./commands/reading.ts";
import { sources } from "./commands/sources.ts";

export type { Command } from "./commands/command.ts";
export { read } from "./commands/reading.ts";

export const commands: readonly Command[] = [...reading, ...own, ...sources];
