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

export const UNREAD: Reading = { state: "no", percent: 0 };

/** What was begun and not seen to its end. */
export function isToGoOn({ state, percent }: Reading): boolean {
  return state === "begun" && percent < 100;
}
