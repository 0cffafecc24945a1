/**
 * Decides which folder is the library: the first of several places that has one.
 */
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { holdsEssay } from "./discover.ts";
import { nearest } from "../text/nearest.ts";
import { NoEssayError, NoLibraryError, UnreadableError } from "./errors.ts";
import { pathFrom } from "../system/path-from.ts";
import { readingReason, systemReason } from "../system/reason.ts";
import { statsOf } from "../system/stats.ts";

/** The path of a library, and where that path comes from. */
export interface Located {
  readonly root: string;
  readonly source: LocationSource;
  /** Whether symbolic links that lead out of it are followed. */
  readonly followLinks?: boolean | undefined;
  /** Its address on the web, if the user gives one. */
  readonly site?: string | undefined;
  /** How the text of its essays is set; absent if it stays as written. */
  readonly typography?: Typography | undefined;
}

/** Text is set in the typography of its language; `language` is that of essays which name none (BCP 47). */
export interface Typography {
  readonly language: string | undefined;
}

export type LocationSource =
  | "command line"
  | "--dir"
  | "IBID_DIR"
  | "config"
  | "./essays"
  | "current folder"
  | "essays that ship with ibid";

export interface Places {
  readonly argument?: string | undefined;
  readonly dir?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly configDir?: string | undefined;
  /** Folders that have names: `@name` is the folder of that name. */
  readonly libraries?: Readonly<Record<string, string>> | undefined;
  readonly followLinks?: boolean | undefined;
  readonly site?: string | undefined;
  readonly typography?: Typography | undefined;
  readonly cwd: string;
}

/**
 * Finds the library. Throws `NoLibraryError` if a requested one does not exist, `NoEssayError` for a name that no library has and for what
 * is neither a folder nor a file, `UnreadableError` if it can't be read.
 */
export function locate(places: Places): Located {
  const { followLinks, site, typography } = places;
  return { ...chosenFolder(places), followLinks, site, typography };
}

function chosenFolder(places: Places): Located {
  const asked: [string | undefined, LocationSource][] = [
    [places.argument, "command line"],
    [places.dir, "--dir"],
    [places.env["IBID_DIR"], "IBID_DIR"],
    [places.configDir, "config"],
  ];
  for (const [path, source] of asked) {
    if (!path) continue;
    const root = folderOf(path, places);
    if (!isThere(root, path)) throw new NoLibraryError(path, source, isLibraryName(path) ? root : undefined);
    return { root, source };
  }
  const essays = join(places.cwd, "essays");
  if (isFolder(essays)) return { root: essays, source: "./essays" };
  if (mayLookAround(places.cwd) && holdsEssay(places.cwd)) {
    return { root: places.cwd, source: "current folder" };
  }
  return { root: shippedEssays(), source: "essays that ship with ibid" };
}

/** Whether something is at `root`. Throws an error that names `path`, if it can't be read as a library or an essay. */
function isThere(root: string, path: string): boolean {
  let stats;
  try {
    stats = statSync(root);
  } catch (error) {
    if (isMissing(error)) return false;
    throw new UnreadableError(path, `can't be read: ${systemReason(error)}`);
  }
  if (!stats.isDirectory() && !stats.isFile())
    throw new NoEssayError(path, "neither a folder nor a file", []);
  try {
    // Otherwise the message for an unreadable folder would be that it has no essays.
    if (stats.isDirectory()) accessSync(root, constants.R_OK | constants.X_OK);
  } catch (error) {
    throw new UnreadableError(path, `a folder that can't be read: ${readingReason(error, "folder")}`);
  }
  return true;
}

const MISSING = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG"]);

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && MISSING.has(String(error.code));
}

/** The folder that a path, or the name of a library, means. Throws `NoEssayError` for a name that no library has. */
export function folderOf(path: string, { libraries = {}, cwd }: Pick<Places, "libraries" | "cwd">): string {
  if (!isLibraryName(path)) return pathFrom(cwd, path);
  const name = path.slice(1);
  const folder = Object.hasOwn(libraries, name) ? libraries[name] : undefined;
  if (folder !== undefined) return pathFrom(cwd, folder);
  const near = nearest(name, Object.keys(libraries)).map((one) => `@${one}`);
  throw new NoEssayError(path, "the config file has no library with this name", near);
}

/** Whether a path is the name of a library; a file with such a name is reached as `./@name`. */
export function isLibraryName(path: string): boolean {
  return path.startsWith("@");
}

/** The essays of the program are missing: a bug of its package, unless nothing needs them. */
export class NoShippedEssays extends Error {}

/** The folder of essays that ship with the program, in a checkout or an installation. */
export function shippedEssays(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    if (existsSync(join(folder, "package.json")) && isFolder(join(folder, "essays")))
      return join(folder, "essays");
    folder = dirname(folder);
  }
  throw new NoShippedEssays("the essays that ship with ibid are missing");
}

/** The home folder and the root of a disk are searched only on request. */
export function mayLookAround(folder: string): boolean {
  return folder !== homedir() && folder !== parse(folder).root;
}

function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false;
}
