/**
 * The typographic options of an essay on the screen. They are the same on a page, in a box and beside the shelf.
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
