/**
 * Opens a file to read without ever waiting, even if it is, or has meanwhile become, a fifo.
 */
import { constants, openSync } from "node:fs";

/** The descriptor. Throws the file system's errors. */
export function openUnwaiting(file: string): number {
  try {
    return openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    // The essays within a single executable are in a file system that refuses this flag, and has no fifos.
    if (error instanceof Error && "code" in error && error.code === "EROFS") return openSync(file, "r");
    throw error;
  }
}
