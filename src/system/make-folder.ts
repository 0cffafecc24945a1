/**
 * Makes folders, for the index and for what the reader remembers.
 */
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it, readable by the user alone; one that another process makes at the same time is
 * fine. Folder by folder: Node.js's own recursive way never ends where a folder refuses a new one (as /proc does).
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
