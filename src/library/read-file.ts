/**
 * Reads a file's text.
 */
import { closeSync, fstatSync, readFileSync } from "node:fs";
import { decodeText, type FileText, UnfitFileError } from "../essay/decode.ts";
import { beyond, type BoundName, BOUNDS } from "../text/bounds.ts";
import { openUnwaiting } from "../system/open-unwaiting.ts";

/** Throws the file system's errors, and `UnfitFileError`. */
export function readTextFile(file: string): FileText {
  return decodeText(readBytes(file, "fileBytes"));
}

/** Never waits, even if a regular file has meanwhile become a fifo. Throws as `readTextFile` does. */
export function readBytes(file: string, bound: BoundName): Uint8Array {
  const descriptor = openUnwaiting(file);
  try {
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) return readFileSync(descriptor);
    if (!stats.isFile()) throw new UnfitFileError("not a regular file");
    if (stats.size > BOUNDS[bound].most) throw new UnfitFileError(beyond(bound));
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A file's present text; undefined if it can't be read, whatever the reason. */
export function textNow(file: string): string | undefined {
  try {
    return readTextFile(file).text;
  } catch {
    return undefined;
  }
}
