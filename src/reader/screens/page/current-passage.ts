/**
 * The current passage, on which keys act: the current match or mark; otherwise the sentence with the
 * focus; otherwise the first sentence that begins on the screen, not counting headings.
 */
import { languageOfText } from "../../../essay/text-language.ts";
import { withWholeFormulas } from "../../../marks/formulas.ts";
import { type Galley, galleyOf } from "../../../marks/galley.ts";
import { caretOf, offsetAt } from "../../../page/caret.ts";
import { rangeOfTexts } from "../../../page/marked.ts";
import { letterBefore } from "../../../page/motions.ts";
import { firstOf, rowAt, sentenceAt, sentencesFrom, type Stretch } from "../../../page/passages.ts";
import { spotOf } from "../../../page/spots.ts";
import { width } from "../../../text/width.ts";
import { seenEnd, seenRows } from "../../spread.ts";
import type { Look, Page } from "../../state.ts";
import { isInView } from "./page.ts";

export interface CurrentPassage {
  /** Offsets in the galley of the essay. */
  readonly stretch: Stretch;
  /** Whether it is a match or a mark, rather than a sentence. */
  readonly isMatch: boolean;
  /** Whether the user pointed at it. */
  readonly isPointed: boolean;
}

export function languageOf(
  { essay, open }: Pick<Page, "essay" | "open">,
  look: Pick<Look, "language">,
): string {
  return languageOfText(essay, open.source.body, look.language) ?? "";
}

/** The current passage; undefined if the screen shows none of the essay's text. */
export function currentPassage(look: Look, page: Page): CurrentPassage | undefined {
  const galley = galleyOf(page.open.document);
  const match = matchHere(look, page, galley);
  if (match) return { stretch: match, isMatch: true, isPointed: true };
  const own = markPointed(page, galley);
  if (own) return { stretch: own, isMatch: true, isPointed: true };
  const language = languageOf(page, look);
  const focus = focusHere(look, page);
  const pointed = focus === undefined ? undefined : sentenceAt(galley, focus, language);
  if (pointed) return { stretch: pointed, isMatch: false, isPointed: true };
  const top = topOf(look, page);
  if (top === undefined) return undefined;
  const first =
    firstOf(sentencesFrom(galley, top, language), ([start]) => start >= top) ??
    sentenceAt(galley, top, language);
  if (!first) return undefined;
  const text = isInHeading(page, first)
    ? firstOf(
        sentencesFrom(galley, first[0], language),
        ([start]) => start >= top && !isInHeading(page, [start]),
      )
    : undefined;
  return { stretch: text && isSeen(look, page, text[0]) ? text : first, isMatch: false, isPointed: false };
}

/** Whether an offset of the galley is in a heading, or in the header of a table. */
export function isInHeading(
  { open }: Pick<Page, "open">,
  [offset]: readonly [offset: number, ...unknown[]],
): boolean {
  const strip = galleyOf(open.document).stripAt(offset);
  const isHeading = strip.note === undefined && open.document.blocks[strip.block]?.type === "heading";
  return isHeading || rowAt(strip, offset)?.isHeader === true;
}

/** Whether an offset of the galley is on the screen. */
export function isSeen(look: Look, page: Page, offset: number): boolean {
  const caret = caretOf(page.open.document, page.lines.slice(0, page.own), offset);
  return caret !== undefined && caret.line >= page.top && caret.line < seenEnd(page, look);
}

/** Whether the current match is on the screen, but not in the text of the essay: it is in the title. */
export function isMatchInTitle(look: Look, page: Page): boolean {
  const match = page.matches[page.here];
  return match?.ranges[0]?.flow.kind === "title" && isInView(page, match.line, look);
}

function matchHere(look: Look, page: Page, galley: Galley): Stretch | undefined {
  const match = page.matches[page.here];
  if (!match || !isInView(page, match.line, look)) return undefined;
  const range = rangeOfTexts(page.open.document, page.lines.slice(0, page.own), match.ranges);
  const stretch = range && galley.stretchOf(range);
  return stretch && withWholeFormulas(page.open.document, stretch);
}

/** The passage of the mark that the user made or changed last, if an end of it is on the screen. */
export function latestHere(look: Look, page: Page): Stretch | undefined {
  const { document } = page.open;
  const galley = galleyOf(document);
  const own = page.placed.find(({ mark }) => mark.id === page.latest)?.placed;
  const stretch = own && galley.stretchOf(own.range);
  const ends = stretch ? [stretch[0], letterBefore(galley.text, stretch[1])] : [];
  return ends.some((end) => isSeen(look, page, end)) ? stretch : undefined;
}

/** The passage of the mark that the user went to. */
function markPointed(page: Page, galley: Galley): Stretch | undefined {
  const own = page.placed.find(({ mark }) => mark.id === page.pointed)?.placed;
  return own && galley.stretchOf(own.range);
}

/** The offset in the galley of the link or mark that has the focus, if it is on the screen. */
function focusHere(look: Look, { open, lines, own, spots, focus, top }: Page): number | undefined {
  const spot = spotOf(spots, focus);
  if (!spot || spot.line >= own || !isInView({ top }, spot.line, look)) return undefined;
  const before = lines[spot.line]!.spans.slice(0, spot.span);
  const column = before.reduce((sum, { text }) => sum + width(text), 0);
  // A mark is not text; the passage is the text before it.
  const isMark = spot.target.kind !== "link";
  return offsetAt(open.document, lines.slice(0, own), { line: spot.line, column: column - (isMark ? 1 : 0) });
}

/** The offset of the first text of the essay on the screen. */
function topOf(look: Look, { open, lines, own, top }: Page): number | undefined {
  const document = open.document;
  const text = lines.slice(0, own);
  const part = [0, 0] as const;
  for (const only of [part, undefined])
    for (let line = top; line < Math.min(own, top + seenRows(look)); line++) {
      const offset = offsetAt(document, text, { line, column: 0 }, only);
      if (offset !== undefined) return offset;
    }
  return undefined;
}
