/**
 * A file's stamp: its size and times, which reveal a change.
 */
import { statsOf } from "./stats.ts";

export interface FileStamp {
  readonly size: number;
  /**
   * When the file's content or metadata last changed (ctime), in milliseconds since 1970, with fractions: a program that writes
   * a file can reset its other times, but not this one.
   */
  readonly modified: number;
}

/** Undefined if the file is gone. */
export function fileStamp(file: string): FileStamp | undefined {
  const stats = statsOf(file);
  return stats && { size: stats.size, modified: stats.ctimeMs };
}
