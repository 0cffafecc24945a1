/**
 * What the system knows of a file.
 */
import { type Stats, statSync } from "node:fs";

/** Undefined where nothing is known, whatever the reason: no such file, a name that is too long, a folder that is closed. */
export function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
