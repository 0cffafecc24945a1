/**
 * What essays and libraries are remembered by: where they really lie, by whichever way they were found.
 */
import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Essay } from "../essay/essay.ts";

const folders = new Map<string, string>();

/** A path as `realpath` has it; as it is, if it is gone. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The path of the essay's file, its folder's the real one: one call for each folder, not for each file. */
export function keyOf({ file }: Pick<Essay, "file">): string {
  const folder = dirname(file);
  const real = folders.get(folder) ?? realPath(folder);
  folders.set(folder, real);
  return join(real, basename(file));
}

/** Whether an essay is in a file; what came down a pipe is in none, and is not remembered. */
export function isInFile({ file, path }: Pick<Essay, "file" | "path">): boolean {
  return file !== path;
}
