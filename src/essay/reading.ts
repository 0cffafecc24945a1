/**
 * How far one has come with an essay.
 */

/** Not opened, opened and not read to its end, read to its end. */
export type ReadState = "no" | "begun" | "yes";

export interface Reading {
  readonly state: ReadState;
  /** How much of it has been on the screen, in per cent. */
  readonly percent: number;
}
