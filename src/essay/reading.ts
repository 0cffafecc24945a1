/**
 * How far the user has read an essay.
 */
import type { Essay } from "./essay.ts";

/** Not opened, opened and not read to its end, read to its end. */
export type ReadState = "no" | "begun" | "yes";

export interface Reading {
  readonly state: ReadState;
  /** How much of it has been on the screen, from 0 to 100. */
  readonly percent: number;
}

/** Looks up whether an essay was read. */
export type ReadOf = (essay: Essay) => ReadState;
