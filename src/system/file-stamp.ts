/**
 * How a file was when it was read: what tells whether it has changed.
 */
import { statsOf } from "./stats.ts";

export interface FileStamp {
  readonly size: number;
  /**
   * When its content or what the system knows of it changed, in milliseconds since 1970, with fractions: a program that writes
   * a file can set its other times back, and not this one.
   */
  readonly modified: number;
}

/** Undefined if the file is gone. */
export function fileStamp(file: string): FileStamp | undefined {
  const stats = statsOf(file);
  return stats && { size: stats.size, modified: stats.ctimeMs };
}
