/**
 * An essay laid out as a page: its header, its lines, and the lines of headings and blocks.
 */
import { titleLabel } from "../essay/title-label.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Document } from "../document/document.ts";
import { findBlock, firstWords, type TextPlace } from "../document/text-place.ts";
import { byline } from "../essay/byline.ts";
import type { Header } from "../layout/header.ts";
import { layoutDocument, type LayoutOptions } from "../layout/layout.ts";
import type { Line } from "../layout/line.ts";
import { minutes } from "../text/words.ts";
import { lineOf, type Place } from "./place.ts";

/** The lines of an open essay, with its title and byline above them. */
export function layOutEssay(
  { essay, showsTitle }: OpenEssay,
  document: Document,
  options: LayoutOptions,
): Line[] {
  return layoutDocument(document, options, headerOf(essay, showsTitle));
}

function headerOf(essay: OpenEssay["essay"], showsTitle: boolean): Header {
  const [problem] = essay.problems;
  return {
    ...(!showsTitle && { title: titleLabel(essay) }),
    meta: [...byline(essay), `${minutes(essay.words)} min`],
    ...(problem && {
      problem:
        problem.line === undefined
          ? problem.message
          : `line ${problem.line}, column ${problem.column ?? 1}: ${problem.message}`,
    }),
  };
}

/** The first line of each heading, and its block. */
export function headingLines(lines: readonly Line[]): { line: number; block: number }[] {
  const found: { line: number; block: number }[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const goesOn = before?.block === line.block && isHeading(before);
    if (isHeading(line) && !goesOn) found.push({ line: index, block: line.block });
  });
  return found;
}

/** Whether a line belongs to a heading, perhaps with a note beside it. */
export function isHeading({ note, spans }: Line): boolean {
  return (
    note === undefined && spans.some(({ roles }) => roles.includes("heading") && !roles.includes("note"))
  );
}

/** The first line of a block's own text. */
export function lineOfBlock(lines: readonly Line[], block: number): number {
  const first = lines.findIndex(
    (line) => line.block === block && line.note === undefined && line.spans.length > 0,
  );
  return Math.max(0, first);
}

/** A place described by its words, so that it survives an edit. */
export function textPlaceOf(document: Document, { block, note, offset }: Place): TextPlace {
  return { block, words: firstWords(document, block), note, offset };
}

/** The present line of a place that is described by its words. */
export function lineOfText(document: Document, lines: readonly Line[], place: TextPlace): number {
  const block = findBlock(document, place);
  const { note, offset } = place;
  return lineOf(lines, { block, note, offset, blank: false });
}
