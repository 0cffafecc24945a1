/**
 * A file's text, read from the disk.
 */
import { readFileSync } from "node:fs";
import { decodeText, type FileText } from "../essay/decode.ts";

/** Throws what the file system throws, and `BinaryFileError`. */
export function readTextFile(file: string): FileText {
  return decodeText(readFileSync(file));
}

/** A file's text as it is now, for what can do without; undefined if it can't be read, whatever the reason. */
export function textNow(file: string): string | undefined {
  try {
    return readTextFile(file).text;
  } catch {
    return undefined;
  }
}
