/**
 * Whether a path is in a folder, or is the folder itself. It compares only the names, and does not follow
 * links.
 */
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

/** Whether an absolute path is a folder or lies in it, by the names alone: links are not resolved. */
export function isWithin(path: string, folder: string): boolean {
  const from = relative(folder, path);
  return !(from === ".." || from.startsWith(`..${sep}`) || isAbsolute(from));
}

/** As `isWithin`, for one of many paths: in time in proportion to the depth of the path, however many there are. */
export function withinOneOf(paths: readonly string[]): (path: string) => boolean {
  // Windows has one file for names that differ in case.
  const keyOf = (path: string): string =>
    process.platform === "win32" ? resolve(path).toLowerCase() : resolve(path);
  const wanted = new Set(paths.map(keyOf));
  return (path) => {
    for (let at = keyOf(path); ; at = dirname(at)) {
      if (wanted.has(at)) return true;
      if (at === dirname(at)) return false;
    }
  };
}
