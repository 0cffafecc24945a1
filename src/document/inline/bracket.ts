/**
 * Brackets that are still open.
 */
import type { Delimiter } from "./emphasis.ts";
import type { Item } from "./items.ts";

/** An open bracket: of a link, an image, or a note that stands where it is cited. */
export interface Bracket {
  readonly opens: "[" | "![" | "^[";
  readonly item: Item;
  /** Where its text begins. */
  readonly start: number;
  /** The last delimiter before it. */
  readonly delimiter: Delimiter | undefined;
  /** Whether a bracket stands in its text: then that is no label. */
  holdsBracket: boolean;
}
