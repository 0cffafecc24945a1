/**
 * Opens the index of the library in a folder.
 */
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { indexFile } from "./database.ts";
import { EssayIndex } from "./index.ts";
import { isAsLeft } from "./stamp.ts";

/**
 * The index of the library in `root`, perhaps out of date, or a new one. It is kept in `folder`;
 * in memory if `folder` is undefined or can't be written, or if `root` is a file. `patience` is that of `EssayIndex`.
 */
export function indexAt(root: string, folder: string | undefined, patience?: number): EssayIndex {
  const isFolder = statSync(root).isDirectory();
  const file = folder !== undefined && isFolder ? indexFile(folder, root) : undefined;
  return new EssayIndex(file, isFolder ? root : dirname(root), patience);
}

/** As `indexAt`, but undefined if there is no index yet. */
export function indexAsLeft(root: string, folder: string): EssayIndex | undefined {
  return isAsLeft(indexFile(folder, root)) ? indexAt(root, folder) : undefined;
}
