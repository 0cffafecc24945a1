/**
 * The work on a formula, counted in cells of its boxes; a box within another is counted in both. The count of an ordinary
 * formula is a few times its length. Only a hostile formula reaches the limit; it is then shown as its source.
 */
import { BOUNDS } from "../../text/bounds.ts";

/** Cells added to the limit for each node of the tree. */
const FOR_EACH = 300;

const TOO_LARGE = new Error("a formula that is too large to be set");

/** The work left for a formula. */
export class Work {
  #left: number = BOUNDS.formulaCells.most;
  #again: number = BOUNDS.formulaCells.most;

  /** Counts a node or an item, and its cells; throws if the limit is exceeded. */
  spend(cells: number): void {
    this.#left += FOR_EACH - cells;
    this.#again += FOR_EACH;
    if (this.#left < 0) throw TOO_LARGE;
  }

  /** Counts the cells of a part that is set a second time, in fewer columns; such work has a separate limit. */
  repeat(cells: number): void {
    this.#again -= cells;
    if (this.#again < 0) throw TOO_LARGE;
  }
}

/** The largest box of several rows, in cells. It is checked before a box is built, because a single box can fill the memory. */
const LARGEST = 200_000;

/** Throws if a box of this size, in cells, is too large to build. */
export function assertSize(rows: number, columns: number): void {
  if (rows * columns > LARGEST && rows > 1) throw TOO_LARGE;
}

/**
 * The result of `set`; undefined if the formula is too large, or if setting it fails in any other way. A
 * single formula must not make its whole essay fail; it is shown as its source.
 */
export function ifSettable<Set>(set: () => Set): Set | undefined {
  try {
    return set();
  } catch {
    return undefined;
  }
}
