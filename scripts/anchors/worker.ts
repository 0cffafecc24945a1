/**
 * A thread that compares essays: it gets a folder and a sample, and answers with what it counted.
 */
import { parentPort } from "node:worker_threads";
import { compareEssay } from "./essay.ts";

/** What a thread is asked. */
export interface Task {
  readonly folder: string;
  readonly sample: number;
}

parentPort?.on("message", ({ folder, sample }: Task) => {
  const { ours, others } = compareEssay(folder, sample);
  parentPort?.postMessage({ ours, others });
});
