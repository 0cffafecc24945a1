/**
 * Whether the index's file is as ibid left it. SQLite does not notice every damage (a hole may read as an empty
 * page), so a file that anything else has touched is not believed: its size, its time and its inode are noted
 * beside it when it is left. (Its change time would tell of a mode that was changed, too, and of a backup.)
 */
import { readFileSync, statSync, writeFileSync } from "node:fs";

/** In bytes. */
const LONGEST = 1_000;

export function isAsLeft(file: string): boolean {
  try {
    // Something else may be there, which would be read for ever.
    const stamp = statSync(stampFile(file));
    const isStamp = stamp.isFile() && stamp.size < LONGEST;
    return isStamp && readFileSync(stampFile(file), "utf8") === stampOf(file);
  } catch {
    return false;
  }
}

/** To be called while the database is locked, so that no other process writes in between. */
export function noteAsLeft(file: string): void {
  writeFileSync(stampFile(file), stampOf(file));
}

export function stampFile(file: string): string {
  return `${file}.stamp`;
}

function stampOf(file: string): string {
  const { size, mtimeNs, ino } = statSync(file, { bigint: true });
  return [size, mtimeNs, ino].join(" ");
}
