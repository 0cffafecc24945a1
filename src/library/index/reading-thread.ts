/**
 * A thread that reads files into rows, a batch at a time.
 */
import { parentPort } from "node:worker_threads";
import type { ThreadAnswer, Batch } from "./read-rows.ts";
import { readRowsHere } from "./row.ts";
import { closePrototypes } from "../../system/closed-prototypes.ts";

closePrototypes();

parentPort?.on("message", (batch: Batch) => {
  const answer = answerTo(batch);
  parentPort?.postMessage(answer, buffersOf(answer));
});

function answerTo({ files, wanted }: Batch): ThreadAnswer {
  try {
    return { rows: readRowsHere(files, wanted) };
  } catch (failure) {
    return { failure };
  }
}

/** The buffers to transfer instead of copying. */
function buffersOf(answer: ThreadAnswer): ArrayBuffer[] {
  if ("failure" in answer) return [];
  return answer.rows.flatMap(({ content }) =>
    "parts" in content ? [content.parts.buffer as ArrayBuffer] : [],
  );
}
