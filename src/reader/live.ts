/**
 * Shows the open essay again when its file is saved, however the editor saves it.
 */
import { dirname } from "node:path";
import { fileStamp } from "../system/file-stamp.ts";
import { watchFolders } from "../library/watch.ts";
import type { Essay } from "../essay/essay.ts";
import { isInFile } from "../memory/key.ts";
import { label } from "../text/visible.ts";
import { openPageOf } from "./keeper.ts";
import type { Store } from "./store.ts";

/** The time to wait for a missing file, in milliseconds: some editors write a new one under its name. */
const GONE_FOR_GOOD = 600;

/** Watches the file of the open essay, and calls `onSaved` when it is saved; returns a function that ends this. */
export function followOpenEssay(store: Store, onSaved: (essay: Essay) => void): () => void {
  let file: string | undefined;
  let stamp = "";
  let gone: NodeJS.Timeout | undefined;
  const watcher = watchFolders(check);
  const unsubscribe = store.subscribe(() => {
    const essay = openPageOf(store.get())?.essay;
    const own = essay && isInFile(essay) ? essay.file : undefined;
    if (own === file) return;
    file = own;
    stamp = own === undefined ? "" : stampOf(own);
    clearTimeout(gone);
    watcher.follow(own === undefined ? [] : [dirname(own)]);
  });
  return () => {
    clearTimeout(gone);
    unsubscribe();
    watcher.close();
  };

  function check(): void {
    const essay = openPageOf(store.get())?.essay;
    if (file === undefined || !essay) return;
    const now = stampOf(file);
    if (now === stamp) return;
    clearTimeout(gone);
    if (now === "") {
      gone = setTimeout(() => {
        stamp = "";
        const message = `${label(essay.path)} is gone; this is its last text`;
        if (file !== undefined && stampOf(file) === "") store.send({ kind: "said", message });
      }, GONE_FOR_GOOD).unref();
      return;
    }
    stamp = now;
    onSaved(essay);
  }
}

function stampOf(file: string): string {
  const stamp = fileStamp(file);
  return stamp ? `${stamp.size} ${stamp.modified}` : "";
}
