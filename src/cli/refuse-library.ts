/**
 * Makes sure that nothing is ever written into a library.
 */
import { basename, dirname, join, resolve } from "node:path";
import { OutputError } from "../app/output-error.ts";
import type { Session } from "../app/session.ts";
import { discover } from "../library/discover.ts";
import type { Located } from "../library/locate.ts";
import { realPath } from "../memory/key.ts";
import { isWithin } from "../system/is-within.ts";

/** Throws `OutputError` if the file that an argument names is in the library, or would be, also through links. */
export function refuseLibrary(argument: string, session: Session): void {
  const target = realTarget(resolve(session.options.cwd, argument));
  const located = session.locateAny();
  if (located && isIn(target, located))
    throw new OutputError(argument, "is in the library, and ibid never writes there");
}

/** The real path of a file, or of the folder in which it would be created. */
function realTarget(file: string): string {
  const real = realPath(file);
  return real === file ? join(realPath(dirname(file)), basename(file)) : real;
}

function isIn(target: string, { root, source }: Located): boolean {
  // The essays that ship do not count as a library of the user.
  if (source === "essays that ship with ibid" || !isWithin(target, realPath(root))) return false;
  // A current folder with essays somewhere below it may be the home folder, so only files beside
  // essays or below them count.
  return source !== "current folder" || liesWithEssays(target, root);
}

/** Whether a file is in a folder with essays, or below one. */
function liesWithEssays(file: string, root: string): boolean {
  return discover(root).files.some((essay) => isWithin(file, dirname(realPath(essay.file))));
}
