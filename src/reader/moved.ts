/**
 * Moves what is remembered along with essays whose files are renamed or moved, before or while the reader
 * runs.
 */
import { existsSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Essay } from "../essay/essay.ts";
import type { Reading } from "../essay/reading.ts";
import { UnreadableError } from "../library/errors.ts";
import type { Library } from "../library/library.ts";
import { adopted, maybeMoved } from "../memory/adopt.ts";
import { isInFile, keyOf } from "../memory/key.ts";
import type { Memory } from "../memory/memory.ts";
import { openPageOf } from "./keeper.ts";
import { queueOf } from "./start.ts";
import type { Store } from "./store.ts";

interface Moving {
  readonly library: Library;
  readonly memory: Memory;
  /** Milliseconds of Unix time. */
  readonly now: () => number;
}

/**
 * Gives essays what is remembered of them under another path, one essay at a time between the user's keys, until
 * `isOver`.
 */
export async function adoptMoved(
  { library, memory, now }: Moving,
  store: Store,
  isOver: () => boolean,
): Promise<void> {
  const moved = maybeMoved(memory, library.essays);
  if (moved.length === 0) return;
  for (const essay of moved) {
    await setImmediate();
    if (isOver()) return;
    try {
      adopted(memory, library.open(essay), library, now());
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      continue;
    }
    showReading(memory, essay, store);
  }
  store.send({ kind: "queue", queue: queueOf(store.get().library, memory).map(({ path }) => path) });
}

/** Looks for an essay again whose file went while it was open, once the user has left it and its place is stored. */
export function adoptWhenLeft(adopt: () => void, store: Store): () => void {
  let last: Essay | undefined;
  return store.subscribe(() => {
    const now = openPageOf(store.get())?.essay;
    const left = last;
    last = now;
    if (left && left.path !== now?.path && isInFile(left) && !existsSync(left.file)) adopt();
  });
}

/** Updates the reading state of an essay, if the reader shows another one. */
export function showReading(memory: Memory, essay: Essay, { get, send }: Pick<Store, "get" | "send">): void {
  const known: Reading | undefined = get().readings.get(essay.path);
  const { state, percent }: Reading = (isInFile(essay) && memory.of(keyOf(essay))) || NOT_OPENED;
  if (state !== (known ?? NOT_OPENED).state || percent !== (known ?? NOT_OPENED).percent)
    send({ kind: "read", path: essay.path, reading: { state, percent } });
}

const NOT_OPENED: Reading = { state: "no", percent: 0 };
