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
 * Writes a file that is not there yet, or replaces it if `mayReplace`, at once and for good. Throws what the file system throws;
 * then there is what was there.
 */
export function writeNewFile(file: string, content: string | Uint8Array, mayReplace: boolean): void {
  if (mayReplace && existsSync(file)) return replaceFile(file, content);
  // The name is taken first: of two that write at once, the second fails.
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
