/**
 * The text of a heading for an outline, with its formulas set.
 */
import { type Inline, plainText } from "../document/document.ts";
import { label } from "../text/visible.ts";
import { inlineText } from "./math/inline.ts";
import { isProblem, type TexParser } from "./math/parser.ts";
import { texText } from "./math/title.ts";

/** The heading on one line. Without a parser, its formulas are set like those of titles. */
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
  if (!parsed || isProblem(parsed)) return texText(tex) ?? tex;
  return inlineText(parsed) || tex;
}
