/**
 * A small file that somebody else may have put there: read if it is one, and never waited for.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/** Longer files are none that a person writes by hand, in bytes. */
const LONGEST = 1_000_000;

/** Its text; why it is not read, if something else is there (a fifo, a device, far too much); undefined if nothing can be read. */
export function readSmallFile(file: string): { text: string } | { reason: string } | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { reason: "is no regular file" };
    if (stats.size > LONGEST) return { reason: "is too long" };
    return { text: readFileSync(descriptor, "utf8") };
  } catch {
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}
