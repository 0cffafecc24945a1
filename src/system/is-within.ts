/**
 * Whether a path is in a folder, or is the folder itself. It compares only the names, and does not follow
 * links.
 */
import { isAbsolute, relative, sep } from "node:path";

export function isWithin(path: string, folder: string): boolean {
  const from = relative(folder, path);
  return !(from === ".." || from.startsWith(`..${sep}`) || isAbsolute(from));
}
