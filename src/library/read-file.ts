/**
 * A file's text, read from the disk.
 */
import { readFileSync } from "node:fs";
import { decodeText, type FileText } from "../essay/decode.ts";

/** Throws what the file system throws, and `BinaryFileError`. */
export function readTextFile(file: string): FileText {
  return decodeText(readFileSync(file));
}
