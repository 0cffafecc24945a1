/**
 * How an essay's lines are set on the screen, whatever shape they have: in a page, in a box, beside the shelf.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { languageOfText } from "../essay/text-language.ts";
import type { LayoutOptions } from "../layout/layout.ts";
import type { Look } from "./state.ts";

type Typography = Pick<LayoutOptions, "marks" | "wrap" | "tools" | "hyphens" | "language">;

export function typographyOf({ essay, source }: OpenEssay, look: Look): Typography {
  const { wrap, tools, hyphens } = look;
  const language = languageOfText(essay, source.body, look.language);
  return { marks: "superscript", wrap, tools, hyphens, language };
}
