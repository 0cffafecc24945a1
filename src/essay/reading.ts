/**
 * How far the user has read an essay.
 */
import type { Essay } from "./essay.ts";

/** Not opened, opened and not read to its end, read to its end. */
export const READ_STATES = ["no", "begun", "yes"] as const;

export type ReadState = (typeof READ_STATES)[number];

export interface Reading {
  readonly state: ReadState;
  /** How much of it has been on the screen, from 0 to 100. */
  readonly percent: number;
}

/** Looks up whether an essay was read, and how much of it the user marked. */
export interface ReadOf {
  (essay: Essay): ReadState;
  /** The number of the user's highlights and notes in an essay; absent if they are not counted. */
  readonly marks?: (essay: Essay) => number;
}
