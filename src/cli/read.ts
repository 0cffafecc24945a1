/**
 * `ibid` without a terminal on standard output: prints the output of `list` or `show`.
 */
import { isFolder, type Session } from "../app/session.ts";
import { isLibraryName } from "../library/locate.ts";
import { fromInput } from "../library/input.ts";
import { listEssays } from "./list.ts";
import { showEssays } from "./show.ts";
import { namedIn, ALONE } from "./shown.ts";

/** `commands` are the names of all commands, to suggest one for a misspelled operand. */
export async function run(session: Session, commands: readonly string[] = []): Promise<number> {
  const { operands, cwd } = session.options;
  const [operand] = operands;
  if (operand === "-") {
    const open = await fromInput(session.io);
    return (await showEssays([{ open, targets: ALONE }], session)) ? 0 : 2;
  }
  if (operand === undefined || isLibraryName(operand) || isFolder(operand, cwd))
    return listEssays(await session.library({ argument: operand }), session);
  const named = await namedIn(await session.library(), operand, cwd, commands);
  return (await showEssays([named], session)) ? 0 : 2;
}
