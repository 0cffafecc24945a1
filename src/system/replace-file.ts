/**
 * Replaces a file's content atomically: a reader, or a crash at any moment, sees the old content or the new one.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";

/**
 * Writes a new file, or replaces an existing one if `mayReplace`, atomically and durably. Throws the file
 * system's errors; the old content then remains.
 */
export function writeNewFile(file: string, content: string | Uint8Array, mayReplace: boolean): void {
  if (mayReplace && existsSync(file)) return replaceFile(file, content);
  // This creates the name first, so that the second of two simultaneous writers fails.
  const descriptor = openSync(file, "wx");
  try {
    writeAll(descriptor, content);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  fsyncSync(descriptor);
}

/** Keeps the file's mode, and follows a link to it. If the file system throws, so does this, and the file is unchanged. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const file = realpathSync(path);
  const { mode } = statSync(file);
  const beside = `${file}.ibid-${process.pid}`;
  try {
    const descriptor = openSync(beside, "wx", mode);
    try {
      writeAll(descriptor, content);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
