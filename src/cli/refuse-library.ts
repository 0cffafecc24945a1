/**
 * Makes sure that nothing is ever written into a library.
 */
import { basename, dirname, join, resolve } from "node:path";
import { OutputError } from "../app/output-error.ts";
import type { Session } from "../app/session.ts";
import { discover } from "../library/discover.ts";
import { NoEssayError } from "../library/errors.ts";
import { markdownFileAt } from "../library/find.ts";
import { folderOf, type Located, mayLookAround, type Places } from "../library/locate.ts";
import { realPath } from "../memory/key.ts";
import { isWithin } from "../system/is-within.ts";
import { MARKDOWN } from "../text/markdown-file.ts";

/**
 * Throws `OutputError` if the file that an argument names is in a library, or would be, also through links: in the library in use,
 * in one that the user's settings name, or in the folder of an essay of `shown` that is named by its path.
 */
export function refuseLibrary(argument: string, session: Session, shown: readonly string[] = []): void {
  const target = realTarget(resolve(session.options.cwd, argument));
  if (librariesOf(session, shown).some((located) => isIn(target, located))) refuse(argument);
}

/**
 * As `refuseLibrary`, for a command that reads no essays: a current folder that merely contains essays was not given to it as a
 * library, so only its Markdown files are refused.
 */
export function refuseGivenLibrary(argument: string, session: Session): void {
  const target = realTarget(resolve(session.options.cwd, argument));
  const isEssay = MARKDOWN.test(target);
  const given = librariesOf(session, []).filter(({ source }) => isEssay || source !== "current folder");
  if (given.some((located) => isIn(target, located))) refuse(argument);
}

function refuse(argument: string): never {
  throw new OutputError(argument, "is in a library, and ibid never writes there");
}

function librariesOf(session: Session, shown: readonly string[]): Located[] {
  const { places, env, cwd } = session.options;
  const names = Object.keys(places.libraries ?? {}).map((name) => `@${name}`);
  const named = [places.dir, env["IBID_DIR"], places.configDir, ...names].flatMap((path): Located[] => {
    const root = path ? folderNamed(path, { ...places, cwd }) : undefined;
    return root === undefined ? [] : [{ root, source: "config" }];
  });
  const around = shown.flatMap((name): Located[] => {
    const file = markdownFileAt(name, cwd);
    const root = file === undefined ? undefined : dirname(realPath(file));
    return root !== undefined && mayLookAround(root) ? [{ root, source: "current folder" }] : [];
  });
  const used = session.locateAny();
  return [...(used ? [used] : []), ...named, ...around];
}

/** The folder that a path or `@name` means; undefined if no library has this name. */
function folderNamed(path: string, places: Pick<Places, "libraries" | "cwd">): string | undefined {
  try {
    return folderOf(path, places);
  } catch (error) {
    if (error instanceof NoEssayError) return undefined;
    throw error;
  }
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
