/**
 * An essay's title as HTML, with its formulas as MathML.
 */
import { partsWithMath } from "../../document/inline/math-parts.ts";
import { titleLabel } from "../../essay/title-label.ts";
import { label } from "../../text/visible.ts";
import { escaped } from "./text.ts";
import type { ShownEssay } from "../shown-essay.ts";

/** The title's HTML; if a formula can't be parsed, the title as on a screen. */
export function titleHtml({ essay, mathematics }: ShownEssay): string {
  if (essay.shownTitle === undefined || !mathematics) return escaped(titleLabel(essay));
  const set = partsWithMath(label(essay.title)).map((part) =>
    typeof part === "string" ? escaped(part) : mathematics.mathMl(part.tex, false),
  );
  return set.includes(undefined) ? escaped(titleLabel(essay)) : set.join("");
}
