/**
 * Words of an essay in the form for copying: one line for each paragraph, and their source.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { galleyOf } from "../marks/galley.ts";
import { label } from "../text/visible.ts";
import { withSource } from "./passage.ts";
import type { Stretch } from "./passages.ts";

/** The words of a stretch of the galley, with their source, as text to copy. */
export function wordsPassage({ open }: { readonly open: OpenEssay }, stretch: Stretch): string {
  const paragraphs = galleyOf(open.document)
    .text.slice(...stretch)
    .split("\n")
    .map((text) => label(text).trim())
    .filter((text) => text !== "");
  return withSource(open.essay, open.document, paragraphs, []);
}
