/**
 * The keys of essays and libraries: their real paths, however they were found.
 */
import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Essay } from "../essay/essay.ts";

const folders = new Map<string, string>();

/** The real path; the path itself if there is no such file. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The path of the essay's file in the real path of its folder, which is resolved once for each folder. */
export function keyOf({ file }: Pick<Essay, "file">): string {
  const folder = dirname(file);
  const real = folders.get(folder) ?? realPath(folder);
  folders.set(folder, real);
  return join(real, basename(file));
}

/** Whether an essay is in a file; an essay from a pipe is in none, and is not remembered. */
export function isInFile({ file, path }: Pick<Essay, "file" | "path">): boolean {
  return file !== path;
}
