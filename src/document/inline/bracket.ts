/**
 * Open brackets.
 */
import type { Delimiter } from "./emphasis.ts";
import type { Item } from "./items.ts";

/** An open bracket, of a link, an image or an inline note. */
export interface Bracket {
  readonly opens: "[" | "![" | "^[";
  readonly item: Item;
  /** Where its text begins. */
  readonly start: number;
  /** The last delimiter before it. */
  readonly delimiter: Delimiter | undefined;
  /** Whether its text contains a bracket: then the text is not a label. */
  holdsBracket: boolean;
}
