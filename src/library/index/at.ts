/**
 * The index of the library in a folder: the file that holds it, opened.
 */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { indexFile } from "./database.ts";
import { EssayIndex } from "./index.ts";
import { isAsLeft } from "./stamp.ts";

/**
 * The index of the library in `root` as it was left, perhaps out of date; a new one, if none was. It is kept in `folder`;
 * in memory, if that is undefined, or can't be written, or `root` is a file.
 */
export function indexAt(root: string, folder: string | undefined): EssayIndex {
  const isFolder = statSync(root).isDirectory();
  const file = folder !== undefined && isFolder ? indexFile(folder, root) : undefined;
  return new EssayIndex(file, isFolder ? root : dirname(root));
}

/** As `indexAt`; undefined if there is none. */
export function indexAsLeft(root: string, folder: string): EssayIndex | undefined {
  return isAsLeft(indexFile(folder, root)) ? indexAt(root, folder) : undefined;
}
