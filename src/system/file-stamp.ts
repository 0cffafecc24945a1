/**
 * How a file was when it was read: what tells whether it has changed.
 */
import { statSync } from "node:fs";

export interface FileStamp {
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly modified: number;
}

/** Undefined if the file is gone. */
export function fileStamp(file: string): FileStamp | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && { size: stats.size, modified: stats.mtimeMs };
}
