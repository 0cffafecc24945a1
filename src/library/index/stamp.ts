/**
 * Decides whether the index's file is as ibid left it. SQLite does not notice every kind of damage (a hole
 * may read as an empty page), so ibid does not trust a file that anything else has changed: its size, time
 * and inode are recorded beside it. (The change time would also react to a change of mode and to a backup.)
 */
import { readFileSync, statSync, writeFileSync } from "node:fs";

/** In bytes. */
const LONGEST = 1_000;

/** Whether an index is as the last process of ibid left it: whether its file is still the one that the stamp describes. */
export function isAsLeft(file: string): boolean {
  try {
    // It may be a device or a fifo, whose reading never ends.
    const stamp = statSync(stampFile(file));
    const isStamp = stamp.isFile() && stamp.size < LONGEST;
    return isStamp && readFileSync(stampFile(file), "utf8") === stampOf(file);
  } catch {
    return false;
  }
}

/**
 * Call this while the database is locked, so that no other process writes in between. If the stamp can't be written, because the
 * user has deleted the index or the disk is full, the next process builds the index again.
 */
export function noteAsLeft(file: string): void {
  try {
    writeFileSync(stampFile(file), stampOf(file));
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
  }
}

/** The path of the stamp of an index. */
export function stampFile(file: string): string {
  return `${file}.stamp`;
}

function stampOf(file: string): string {
  const { size, mtimeNs, ino } = statSync(file, { bigint: true });
  return [size, mtimeNs, ino].join(" ");
}
