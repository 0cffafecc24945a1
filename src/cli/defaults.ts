/**
 * What the config file says, for the flags that were not given.
 */
import { type ConfigKey, readConfig } from "../app/config.ts";
import type { Io } from "../terminal/io.ts";
import type { Arguments } from "./arguments.ts";
import type { Invocation } from "./parse.ts";

/** Keys that stand for a flag. `dir` and `theme` are asked for where they are needed, for they are told apart there. */
const DEFAULTS: readonly {
  readonly key: ConfigKey;
  /** The commands that it is for; all that have the flag, if absent. */
  readonly commands?: readonly string[];
  /** Down a pipe it would change what other tools get. */
  readonly onScreen?: true;
}[] = [
  { key: "notes" },
  { key: "width", commands: ["read", "show"], onScreen: true },
  { key: "wrap" },
  { key: "color" },
  { key: "sort", commands: ["read", "list"] },
  { key: "reverse", commands: ["read", "list"] },
  { key: "drafts" },
  { key: "pager", onScreen: true },
  { key: "plain-ui" },
];

/** The arguments, completed. A flag that was given is among `flags`, one from the file only if it takes no value. */
export function withDefaults({ command, args }: Invocation, io: Io): Arguments {
  const { config } = readConfig(io.env);
  const given = new Set(args.flags);
  const values = new Map(args.values);
  for (const { key, commands, onScreen } of DEFAULTS) {
    const value = config[key];
    const flag = [...command.flags, { name: "color", value: "WHEN" }].find(({ name }) => name === key);
    const isFor = flag && !args.flags.has(key) && (commands?.includes(command.name) ?? true);
    if (!isFor || (onScreen && !io.outIsTerminal)) continue;
    // What is `auto` is what is done where nothing is said.
    if (value === true) given.add(key);
    else if (value !== undefined && value !== false && value !== "auto") values.set(key, [String(value)]);
  }
  return { ...args, flags: given, values };
}
