/**
 * Writes files atomically: a reader, or a crash at any moment, sees the old content (or no file) or the new content.
 *
 *     content ─▶ a new file beside it ─┬─ link: fails if the name is taken ─▶ a new file
 *                                      └─ rename ─▶ the file, replaced
 */
import {
  closeSync,
  copyFileSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";

/**
 * Writes a new file, or replaces an existing one if `mayReplace`, atomically and durably. Throws the file
 * system's errors; the old content then remains.
 */
export function writeNewFile(file: string, content: string | Uint8Array, mayReplace: boolean): void {
  if (mayReplace && existsSync(file)) replaceFile(file, content);
  else
    besideOf(file, content, undefined, (beside) => {
      try {
        linkSync(beside, file);
      } catch (error) {
        if (!(error instanceof Error && "code" in error && NO_LINKS.has(String(error.code)))) throw error;
        copyFileSync(beside, file, constants.COPYFILE_EXCL);
      }
      rmSync(beside);
    });
}

/** The errors of file systems without links, such as FAT and some that are shared by a network. */
const NO_LINKS: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * Keeps the file's mode and, as far as the system allows it, its owner, and follows a link to it. Something that is no regular file,
 * such as a device or a fifo, is written to. If the file system throws, so does this, and the file is unchanged.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const file = realpathSync(path);
  const stats = statSync(file);
  if (stats.isFile()) besideOf(file, content, stats, (beside) => renameSync(beside, file));
  else {
    const descriptor = openSync(file, "w");
    try {
      writeAll(descriptor, content);
    } finally {
      closeSync(descriptor);
    }
  }
}

/** Writes a new file beside another one, like which it is, and passes its name on. It is removed if that fails. */
function besideOf(
  file: string,
  content: string | Uint8Array,
  like: Stats | undefined,
  put: (beside: string) => void,
): void {
  const beside = `${file}.ibid-${process.pid}`;
  const descriptor = openSync(beside, "wx");
  try {
    try {
      writeAll(descriptor, content);
      if (like) keepLike(descriptor, like);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    put(beside);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Gives a file the owner and the mode of another one. Only the system's administrator may give a file away. */
function keepLike(descriptor: number, { uid, gid, mode }: Stats): void {
  for (const [owner, group] of [
    [uid, gid],
    [-1, gid],
  ] as const) {
    try {
      fchownSync(descriptor, owner, group);
      break;
    } catch {
      // The file belongs to the user who writes it.
    }
  }
  // To change the owner may clear bits of the mode (chown(2)).
  fchmodSync(descriptor, mode & 0o7777);
}

function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
}
