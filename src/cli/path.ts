/**
 * `ibid path`: prints the paths of essays.
 */
import type { Session } from "../app/session.ts";
import { NoEssayError } from "../library/errors.ts";
import { findEssay, markdownFileAt } from "../library/find.ts";
import type { Library } from "../library/library.ts";

/** Exit code 0 if every essay was found, otherwise 2. */
export async function run(session: Session): Promise<number> {
  const { operands, cwd } = session.options;
  let library: Library | undefined;
  let missing = false;
  for (const name of operands) {
    try {
      const file =
        markdownFileAt(name, cwd) ?? (await findEssay((library ??= await session.library()), name, cwd)).file;
      session.names([file]);
    } catch (error) {
      if (!(error instanceof NoEssayError)) throw error;
      session.say(error.message);
      missing = true;
    }
  }
  return missing ? 2 : 0;
}
