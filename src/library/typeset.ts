/**
 * Applies the typography of its language to an open essay, if the user wants that. The index stores the text as written, and
 * a search folds both to the same.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { inTypography } from "../document/typography.ts";
import { languageOfText } from "../essay/text-language.ts";
import { typographic } from "../text/typographic.ts";
import type { Typography } from "./locate.ts";

/** The essay with its title and its text set; unchanged without `typography`. */
export function typeset(open: OpenEssay, typography: Typography | undefined): OpenEssay {
  if (!typography) return open;
  const { essay, source, document } = open;
  const language = languageOfText(essay, source.body, typography.language);
  const typographicTitle = (title: string): string => typographic([title], language)[0] ?? title;
  const title = typographicTitle(essay.title);
  const shown = essay.shownTitle === undefined ? {} : { shownTitle: typographicTitle(essay.shownTitle) };
  // An essay of the index has `data` from its class, which a copy lacks.
  const own = { ...essay, data: essay.data, title, ...shown };
  return { ...open, essay: own, document: inTypography(document, language) };
}
