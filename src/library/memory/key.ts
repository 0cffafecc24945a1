/**
 * What an essay is remembered by: its file, whatever way one came to it.
 */
import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Essay } from "../../essay/essay.ts";

const folders = new Map<string, string>();

/** The path of the essay's file, its folder as `realpath` has it: one call for each folder, not for each file. */
export function keyOf({ file }: Pick<Essay, "file">): string {
  const folder = dirname(file);
  let real = folders.get(folder);
  if (real === undefined) {
    try {
      real = realpathSync(folder);
    } catch {
      real = folder;
    }
    folders.set(folder, real);
  }
  return join(real, basename(file));
}
