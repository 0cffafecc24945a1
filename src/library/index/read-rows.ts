/**
 * Reads files into rows: many files on as many threads as there are processors, few on this thread.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FoundFile } from "../discover.ts";
import { readRowsHere, type IndexRow, type Wanted } from "./row.ts";
import { mayHaveThreads } from "../../system/permission.ts";

/** The number of files from which threads are worth it: starting them takes as long as reading 300 essays. */
const WORTH_THREADS = 300;
const MOST_THREADS = 4;
/** The number of files read in one go without threads, while a pressed key waits. */
const FEW = 4;
/** Files in one batch for a thread. */
const BATCH = 32;

/** Yields rows in no particular order, a batch at a time. */
export async function* readRows(
  files: readonly FoundFile[],
  wanted: Wanted,
): AsyncGenerator<readonly IndexRow[]> {
  const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, nth) =>
    files.slice(nth * BATCH, (nth + 1) * BATCH),
  );
  if (files.length >= WORTH_THREADS && availableParallelism() > 1 && mayHaveThreads())
    yield* onThreads(batches, wanted);
  else
    for (let first = 0; first < files.length; first += FEW)
      yield readRowsHere(files.slice(first, first + FEW), wanted);
}

/** A message to a thread. */
export interface Batch {
  readonly files: readonly FoundFile[];
  readonly wanted: Wanted;
}

/** A thread's answer: rows, or the error. */
export type ThreadAnswer = { readonly rows: readonly IndexRow[] } | { readonly failure: unknown };

async function* onThreads(
  batches: readonly (readonly FoundFile[])[],
  wanted: Wanted,
): AsyncGenerator<readonly IndexRow[]> {
  const answers: ThreadAnswer[] = [];
  let wake: () => void = () => undefined;
  const answered = (answer: ThreadAnswer): void => {
    answers.push(answer);
    wake();
  };
  let next = 0;
  const threads = Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) }, () => {
    const thread = new Worker(workerFile(), { resourceLimits: { maxYoungGenerationSizeMb: 8 } });
    const give = (): void => {
      const batch = batches[next++];
      if (batch) thread.postMessage({ files: batch, wanted } satisfies Batch);
    };
    thread.on("message", (answer: ThreadAnswer) => {
      give();
      answered(answer);
    });
    thread.on("error", (failure) => answered({ failure }));
    // One batch ahead, so that no thread waits for the next.
    give();
    give();
    return thread;
  });
  try {
    for (let taken = 0; taken < batches.length; taken++) {
      if (answers.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const answer = answers.shift()!;
      if ("failure" in answer) throw answer.failure;
      yield answer.rows;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** The path of the thread's module: next to this module in the sources, next to the program in the build. */
function workerFile(): URL {
  return new URL(
    import.meta.url.endsWith(".ts") ? "./reading-thread.ts" : "./reading-thread.cjs",
    import.meta.url,
  );
}
