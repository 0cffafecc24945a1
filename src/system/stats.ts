/**
 * A file's metadata.
 */
import { type Stats, statSync } from "node:fs";

/**
 * The metadata of a file; undefined for any failure: no such file, a name that is too long, a folder without
 * permission.
 */
export function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
