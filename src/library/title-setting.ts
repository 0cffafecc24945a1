/**
 * Sets the formulas of titles on one line, by the rules of a paragraph. This module contains the parser of TeX, so
 * `title-formulas.ts` loads it only for a title with a formula.
 */
import { formulaParser } from "../formats/tex/formula-parser.ts";
import { inlineText } from "../layout/math/inline.ts";
import { isProblem } from "../layout/math/parser.ts";
import type { MathPart } from "../document/inline/math.ts";

/** The title's parts as one text; a formula that can't be set stays as written. `macros` is TeX with definitions. */
export function titleOf(parts: readonly (string | MathPart)[], macros: string | undefined): string {
  const set = setterOf(macros === undefined ? [] : [macros]);
  return parts.map((part) => (typeof part === "string" ? part : (set(part.tex) ?? part.written))).join("");
}

/** A function that sets TeX on one line; it returns undefined for what can't be set. Each of `macros` is TeX with definitions. */
export function setterOf(macros: readonly string[]): (tex: string) => string | undefined {
  const parse = formulaParser(macros.map((tex) => ({ tex, display: true })));
  return (tex) => {
    const inline = parse(tex, false);
    const parsed = isProblem(inline) ? parse(tex, true) : inline;
    return isProblem(parsed) ? undefined : inlineText(parsed) || undefined;
  };
}
