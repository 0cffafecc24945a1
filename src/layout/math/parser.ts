/**
 * The parser of TeX, as layout sees it. `formats` loads the parser when mathematics is first shown.
 */
import type { FormulaNode } from "./formula.ts";

/** The reason why a formula can't be parsed. */
export interface TexProblem {
  /** The message, in plain words. */
  readonly message: string;
  /** Offset in the TeX, in UTF-16 code units; 0 if unknown. */
  readonly offset: number;
  /** True if the formula exceeds a limit; absent if the TeX itself is wrong. */
  readonly isBeyond?: true;
}

/** The message after the source of a formula that exceeds a limit, or can't be set for another reason. */
export const NOT_SET = "(can't be set)";

/** Parses a formula; `display` allows commands of displays, such as `\tag`. */
export type TexParser = (tex: string, display: boolean) => readonly FormulaNode[] | TexProblem;

/** Whether the parser returned a problem. */
export function isProblem(parsed: readonly FormulaNode[] | TexProblem): parsed is TexProblem {
  return !Array.isArray(parsed);
}
