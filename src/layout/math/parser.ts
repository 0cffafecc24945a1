/**
 * What layout needs of a parser of TeX. The parser itself is loaded elsewhere, when mathematics is first shown.
 */
import type { FormulaNode } from "./formula.ts";

/** Why a formula can't be read. */
export interface TexProblem {
  /** In plain words. */
  readonly message: string;
  /** Where in the TeX, in UTF-16 code units; 0 where that isn't known. */
  readonly offset: number;
  /** Whether it is for a bound that it isn't read, and not for what is written. */
  readonly isBeyond?: true;
}

/** Behind the source of a formula that is not set because of a bound. */
export const TOO_LARGE = "(too large to be set)";

/** Parses a formula; `display` allows what only stands by itself, such as `\tag`. */
export type TexParser = (tex: string, display: boolean) => readonly FormulaNode[] | TexProblem;

/** Whether it could not be parsed. */
export function isProblem(parsed: readonly FormulaNode[] | TexProblem): parsed is TexProblem {
  return !Array.isArray(parsed);
}
