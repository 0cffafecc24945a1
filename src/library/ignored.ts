/**
 * Whether the `.gitignore` files of a repository ignore a file or a folder.
 */
import { dirname, join, relative, sep } from "node:path";
import { statsOf } from "../system/stats.ts";
import { IgnoreFile, readIgnoreFile } from "./ignore-file.ts";

/** The `.gitignore` files from the repository's root down to the library, unless they ignore the library itself. */
export function ignoreFilesAbove(root: string): IgnoreFile[] {
  const above: IgnoreFile[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    if (folder !== root) {
      const own = readIgnoreFile(folder);
      if (own instanceof IgnoreFile) above.unshift(own);
    }
    if (isRepository(folder))
      return foldersTo(root, folder).some((one) => isIgnored(`${one}${sep}`, above)) ? [] : above;
    if (dirname(folder) === folder) return [];
  }
}

/** A folder and its parents, up to `top`. */
function foldersTo(folder: string, top: string): string[] {
  return folder === top ? [] : [folder, ...foldersTo(dirname(folder), top)];
}

function isRepository(folder: string): boolean {
  return statsOf(join(folder, ".git")) !== undefined;
}

/** Whether the innermost `.gitignore` that matches `file` ignores it. A folder ends with a separator. */
export function isIgnored(file: string, ignoreFiles: readonly IgnoreFile[]): boolean {
  if (ignoreFiles.length === 0) return false;
  const isFolder = file.endsWith(sep);
  for (const ignoreFile of ignoreFiles.toReversed()) {
    const path = relative(ignoreFile.folder, file).split(sep).join("/");
    if (path === "" || path.startsWith("..")) continue;
    const verdict = ignoreFile.ignores(path, isFolder);
    if (verdict !== undefined) return verdict;
  }
  return false;
}
