/**
 * A piece of a paragraph: text that stays on one line.
 */
import type { BreakKind } from "./breaks.ts";

/** Text between two break opportunities. */
export interface Piece {
  readonly start: number;
  /** The end, without the blanks that follow. */
  readonly end: number;
  readonly columns: number;
  /** The width of the blanks that follow, in columns, if the line continues. */
  readonly gap: number;
  readonly kind: BreakKind | "forced" | "end";
}

export const SOFT_HYPHEN = "\u00ad";
/** Blanks after which a line may end. They are dropped at the end of a line. */
export const BLANKS = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000";

/** Whether a line that ends with this piece shows a hyphen, one column wide. */
export function endsWithHyphen({ kind }: Pick<Piece, "kind">): boolean {
  return kind === "softHyphen" || kind === "syllable";
}
