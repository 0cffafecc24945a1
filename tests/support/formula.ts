/**
 * Formulas from TeX, for tests of how they are set.
 */
import { texParser } from "../../src/formats/tex/tex.ts";
import { isProblem } from "../../src/layout/math/parser.ts";
import { displayFormula } from "../../src/layout/math/display.ts";
import type { FormulaNode } from "../../src/layout/math/formula.ts";
import { inlineText } from "../../src/layout/math/inline.ts";

export function parsed(tex: string, isDisplay = true): readonly FormulaNode[] {
  const nodes = texParser()(tex, isDisplay);
  if (isProblem(nodes)) throw new Error(`${nodes.message} at ${nodes.offset} of ${tex}`);
  return nodes;
}

/** The formula as it stands in a paragraph. */
export function inline(tex: string): string {
  return inlineText(parsed(tex, false));
}

/** The rows of the formula as it stands by itself. */
export function display(tex: string, columns = 72): readonly string[] {
  return displayFormula(parsed(tex), columns)!.rows;
}
