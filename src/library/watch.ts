/**
 * Watches folders for changes. Editors save in many ways (over the file, or beside it with a rename),
 * so this watches the folders, and the listener finds out what changed.
 */
import { type FSWatcher, watch } from "node:fs";

export interface Watcher {
  /**
   * Watches these folders, and stops watching all others. Reports a change if one of them was not watched before: something
   * may have happened there since it was last read.
   */
  readonly follow: (folders: readonly string[]) => void;
  readonly close: () => void;
}

/** Databases, including ibid's own, and hidden files. Anything else may be an essay or a folder with essays. */
const NO_ESSAY = /\.(?:sqlite|db)(?:-journal|-wal|-shm|\.stamp)?$|^\.(?!gitignore$)/;
/** Changes within this time are reported as one, in milliseconds. */
const GATHER = 100;
/** If the system can't watch this many folders, they are checked at this interval, in milliseconds. */
const POLL = 5_000;

/** Calls `onChange` shortly after something in one of the folders has changed. */
export function watchFolders(onChange: () => void): Watcher {
  const watchers = new Map<string, FSWatcher>();
  let waiting: NodeJS.Timeout | undefined;
  let polling: NodeJS.Timeout | undefined;
  const tell = (): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      onChange();
    }, GATHER);
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const add = (folder: string): void => {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name === null || !NO_ESSAY.test(name)) tell();
      });
      // A folder that was removed; the listener will no longer find it.
      watcher.on("error", () => {
        drop(folder);
        tell();
      });
      watchers.set(folder, watcher);
    } catch {
      polling ??= setInterval(onChange, POLL).unref();
    }
  };
  return {
    follow(folders) {
      const wanted = new Set(folders);
      for (const folder of watchers.keys()) if (!wanted.has(folder)) drop(folder);
      for (const folder of wanted) {
        if (watchers.has(folder)) continue;
        add(folder);
        if (watchers.has(folder)) tell();
      }
    },
    close() {
      clearTimeout(waiting);
      clearInterval(polling);
      for (const folder of watchers.keys()) drop(folder);
    },
  };
}
