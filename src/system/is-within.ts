/**
 * Whether a path lies in a folder, or is the folder itself; of the names alone, links are not followed.
 */
import { isAbsolute, relative, sep } from "node:path";

export function isWithin(path: string, folder: string): boolean {
  const from = relative(folder, path);
  return !(from === ".." || from.startsWith(`..${sep}`) || isAbsolute(from));
}
