/**
 * How far an essay was read.
 */
import type { Essay } from "./essay.ts";

/** Not opened, opened and not read to its end, read to its end. */
export type ReadState = "no" | "begun" | "yes";

export interface Reading {
  readonly state: ReadState;
  /** How much of it has been on the screen, in per cent. */
  readonly percent: number;
}

/** Whether an essay was read, as far as that is remembered. */
export type ReadOf = (essay: Essay) => ReadState;
