/**
 * The text of inlines in parts, so that it stays known which of it is a formula.
 */
import { delimitedText } from "../document/spelling.ts";
import type { Inline } from "../document/document.ts";
import { withoutOverrides } from "../text/visible.ts";
import type { Range } from "./ranges.ts";

export interface Spelled {
  readonly text: string;
  readonly isFormula?: boolean;
}

/** The parts of a text without markup; formulas have their delimiters. */
export function* spelledParts(inlines: readonly Inline[]): Generator<Spelled> {
  for (const inline of inlines)
    if ("children" in inline) yield* spelledParts(inline.children);
    else yield { text: delimitedText([inline]), isFormula: inline.type === "inlineMath" };
}

/** Runs of blanks other than a single blank. */
const BLANKS = /[^\S ]\s*| \s+/g;

/** Parts as one text, in which blanks are single, and where formulas are in it. */
export function onOneLine(parts: readonly Spelled[]): {
  readonly text: string;
  readonly formulas: readonly Range[];
} {
  const formulas: Range[] = [];
  // A text that grows is not asked for its end: each time, V8 would put all of it together.
  const texts: string[] = [];
  let length = 0;
  let isAfterBlank = true;
  for (const part of parts) {
    const shown = withoutOverrides(part.text.replace(BLANKS, " "));
    const own: string = isAfterBlank && shown.startsWith(" ") ? shown.slice(1) : shown;
    if (part.isFormula) formulas.push([length, length + own.length]);
    texts.push(own);
    length += own.length;
    if (own !== "") isAfterBlank = own.endsWith(" ");
  }
  return { text: texts.join("").trimEnd(), formulas };
}
