/**
 * Paths that the user writes.
 */
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The absolute path of `path`, as a shell has it: a relative one begins at `folder`, and `~` is the home folder. */
export function pathFrom(folder: string, path: string): string {
  const isOfHome = path === "~" || path.startsWith("~/");
  return isOfHome ? join(homedir(), path.slice(1)) : resolve(folder, path);
}
