/**
 * A file's content replaced at once: whoever reads it, and whatever ends the program, there is the old content or the new.
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

/** Keeps the file's mode, and a link to it. Throws what the file system throws; then the file is as it was. */
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
