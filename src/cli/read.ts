/**
 * `ibid` without a terminal on standard output: prints the output of `list` or `show`.
 */
import { operandOf } from "../app/operand.ts";
import type { Session } from "../app/session.ts";
import { EMPTY_INPUT, fromInput, isEmptyInput } from "../library/input.ts";
import { listEssays } from "./list.ts";
import { showEssays } from "./show.ts";
import { ALONE, type Named, namedIn } from "./named.ts";

/** `commands` are the names of all commands, to suggest one for a misspelled operand. */
export async function run(session: Session, commands: readonly string[] = []): Promise<number> {
  const operand = operandOf(session);
  const show = async (named: Named): Promise<number> => ((await showEssays([named], session)) === 1 ? 0 : 2);
  if (operand.kind === "essay")
    return show(await namedIn(await session.library(), operand.name, session.options.cwd, { commands }));
  if (operand.kind === "library")
    return listEssays(await session.library({ argument: operand.argument }), session);
  const open = await fromInput(session.io);
  if (!isEmptyInput(open)) return show({ open, targets: ALONE });
  // A script's standard input may be an empty pipe, so an empty one is ignored without an operand.
  if (!operand.isNamed) return listEssays(await session.library(), session);
  session.say(EMPTY_INPUT);
  return 1;
}
