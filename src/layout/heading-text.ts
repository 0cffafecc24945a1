/**
 * The text of a heading for an outline, with its formulas set.
 */
import type { Inline } from "../document/document.ts";
import { plainText } from "../document/spelling.ts";
import { label } from "../text/visible.ts";
import { inlineText } from "./math/inline.ts";
import { isProblem, type TexParser } from "./math/parser.ts";

/** The heading on one line. Without a parser, its formulas are shown as their source. */
export function headingText(inlines: readonly Inline[], parser?: TexParser): string {
  return label(textOf(inlines, parser));
}

function textOf(inlines: readonly Inline[], parser: TexParser | undefined): string {
  return inlines
    .map((inline) => {
      if (inline.type === "inlineMath") return formula(inline.tex, parser);
      return "children" in inline ? textOf(inline.children, parser) : plainText([inline]);
    })
    .join("");
}

function formula(tex: string, parser: TexParser | undefined): string {
  const parsed = parser?.(tex, false);
  return parsed && !isProblem(parsed) ? inlineText(parsed) || tex : tex;
}
