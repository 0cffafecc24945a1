/**
 * Makes the folders of the index and of the memory.
 */
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and its parents, readable by the user alone. Another process may make one at the
 * same time. Works folder by folder: Node.js's recursive option never returns if a folder refuses
 * a new one (as /proc does).
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  // The root of a disk that does not exist (Windows) is its own parent.
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (existsSync(folder)) return;
    const isTaken = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw isTaken ? new Error(`${folder} is a link that leads nowhere`, { cause: error }) : error;
  }
}
