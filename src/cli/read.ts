/**
 * `ibid` where standard output is no terminal: what `list` or `show` would print.
 */
import type { Io } from "../terminal/io.ts";
import { commands } from "./commands.ts";
import { listEssays } from "./list.ts";
import type { Arguments } from "./arguments.ts";
import { isFolder, openLibraryFor } from "./session.ts";
import { fromInput, openedFrom } from "./opened.ts";
import { showEssays } from "./show.ts";

export async function run(args: Arguments, io: Io): Promise<number> {
  const [operand] = args.operands;
  if (operand === "-") {
    return (await showEssays([await fromInput(io)], args, io)) ? 0 : 2;
  }
  if (operand === undefined || isFolder(operand, io.cwd)) {
    return listEssays(await openLibraryFor(args, io, operand), args, io);
  }
  const names = commands.map(({ name }) => name);
  const opened = openedFrom(await openLibraryFor(args, io), operand, io.cwd, names);
  return (await showEssays([opened], args, io)) ? 0 : 2;
}
