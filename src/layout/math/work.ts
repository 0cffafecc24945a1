/**
 * The work on a formula, counted in cells of boxes, of which those within others count with each. A formula has as many as it
 * has signs, or not many more; only one that attacks has so many that they would take seconds, and it is not set.
 */
import { BOUNDS } from "../../text/bounds.ts";

/** More cells for each node of the tree. */
const FOR_EACH = 60;

const TOO_LARGE = new Error("a formula that is too large to be set");

/** What is left to be done for a formula. */
export class Work {
  #left: number = BOUNDS.formulaCells.most;

  /** A node was set, to boxes of so many cells. */
  spend(cells: number): void {
    this.#left += FOR_EACH - cells;
    if (this.#left < 0) throw TOO_LARGE;
  }
}

/** Cells of the largest box. It is asked for before a box is made, because the first that is too large may fill the memory. */
const LARGEST = 200_000;

export function assertSize(rows: number, columns: number): void {
  if (rows * columns > LARGEST && rows > 1) throw TOO_LARGE;
}

/** What `set` makes of a formula; undefined if that is too large. */
export function ifNotTooLarge<Set>(set: () => Set): Set | undefined {
  try {
    return set();
  } catch (error) {
    if (error === TOO_LARGE) return undefined;
    throw error;
  }
}
