/**
 * Replaces a file's content atomically: a reader, or a crash at any moment, sees the old content or the new one.
 */
import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";

/** Keeps the file's mode, and follows a link to it. If the file system throws, so does this, and the file is unchanged. */
export function replaceFile(path: string, content: string): void {
  const file = realpathSync(path);
  const { mode } = statSync(file);
  const beside = `${file}.ibid-${process.pid}`;
  try {
    const descriptor = openSync(beside, "wx", mode);
    try {
      const bytes = Buffer.from(content);
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
