/**
 * Reads a small file that may come from anyone, and never waits for it.
 */
import { closeSync, fstatSync, readFileSync } from "node:fs";
import { openUnwaiting } from "./open-unwaiting.ts";

/** The largest file that is read, in bytes: larger ones are not written by hand. */
const LONGEST = 1_000_000;

type Refused = { readonly reason: string };

/**
 * The text; the reason if it is not a regular file (a fifo, a device) or has more than `most` bytes; undefined if it can't be
 * read.
 */
export function readSmallFile(file: string, most = LONGEST): { readonly text: string } | Refused | undefined {
  const read = readSmallBytes(file, most);
  return read && "bytes" in read ? { text: read.bytes.toString("utf8") } : read;
}

/** As `readSmallFile`, for text that may not be UTF-8. */
export function readSmallBytes(
  file: string,
  most = LONGEST,
): { readonly bytes: Buffer } | Refused | undefined {
  let descriptor: number;
  try {
    descriptor = openUnwaiting(file);
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { reason: "not a regular file" };
    if (stats.size > most) return { reason: `more than ${most.toLocaleString("en")} bytes` };
    return { bytes: readFileSync(descriptor) };
  } catch {
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}
