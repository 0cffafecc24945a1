/**
 * The reader without the library that the config file names, if that can't be opened: a shelf that gives the reason, and from
 * which the user gets to the other libraries.
 */
import { basename } from "node:path";
import { isNoLibrary, type Session } from "../app/session.ts";
import { NoLibraryError } from "../library/errors.ts";
import { folderOf } from "../library/locate.ts";
import { emptyLibrary } from "../library/open.ts";
import type { ToRead } from "./start.ts";

/** What to show in place of the library; undefined if the user named it here, or if there is no screen. */
export function unopened({ options }: Session, error: unknown): ToRead | undefined {
  const { places, env, plainUi, config } = options;
  const { dir, configDir } = places;
  const isOfConfig = !dir && !env["IBID_DIR"] && configDir !== undefined;
  if (!isOfConfig || plainUi || !isNoLibrary(error)) return undefined;
  const root = rootOf(configDir, { ...places, cwd: options.cwd });
  const place = basename(config.placeOf(["dir"]));
  const reason = error instanceof NoLibraryError ? error.reason : error.message;
  const fault = { reason, place };
  return { library: emptyLibrary({ root, source: "config" }), following: undefined, fault };
}

/** The folder that the config file names; the name itself if no library has it. */
function rootOf(dir: string, places: Parameters<typeof folderOf>[1]): string {
  try {
    return folderOf(dir, places);
  } catch {
    return dir;
  }
}
