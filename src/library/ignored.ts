/**
 * Whether the `.gitignore` files of a repository ignore a file or a folder.
 */
import { dirname, join, sep } from "node:path";
import { statsOf } from "../system/stats.ts";
import { type Effort, IgnoreFile, readIgnoreFile } from "./ignore-file.ts";

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
export function isIgnored(file: string, ignoreFiles: readonly IgnoreFile[], effort?: Effort): boolean {
  const isFolder = file.endsWith(sep);
  const own = isFolder ? file.slice(0, -1) : file;
  for (let nth = ignoreFiles.length - 1; nth >= 0; nth--) {
    const { folder } = ignoreFiles[nth]!;
    const start = folder.endsWith(sep) ? folder : `${folder}${sep}`;
    if (!own.startsWith(start)) continue;
    const path = own.slice(start.length).split(sep).join("/");
    const verdict = ignoreFiles[nth]!.ignores(path, isFolder, effort);
    if (verdict !== undefined) return verdict;
  }
  return false;
}
