/**
 * What is written down of a passage, so that it is found again.
 */
import { plainText } from "../document/document.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import type { Stretch } from "./compared.ts";
import { type Galley, galleyOf, type MarkRange, type Point } from "./galley.ts";
import type { Anchor } from "./mark.ts";
import { rivalsOf } from "./rivals.ts";
import { linesOf } from "./source-lines.ts";

/** So much of what stands around is kept on each side, in UTF-16 code units. */
export const AROUND = 32;

/** What of an open essay an anchor is made of. */
type Anchored = Pick<OpenEssay, "document" | "source">;

/**
 * The anchor of a range, blanks at its ends left out; undefined if no words are in it, or if it goes from the text on into
 * the notes.
 */
export function anchorOf(open: Anchored, range: MarkRange): Anchor | undefined {
  const galley = galleyOf(open.document);
  const stretch = galley.stretchOf(range);
  const trimmed = stretch && withoutBlanks(galley.text, stretch);
  const own = trimmed && galley.rangeOf(trimmed);
  if (!own) return undefined;
  const [from, to] = trimmed;
  const heading = headingAbove(open, own.start);
  const words = galley.text.slice(from, to);
  const around = aroundOf(galley, trimmed);
  return {
    words,
    ...around,
    ...own,
    ...(heading !== undefined && { heading }),
    lines: linesOf(open, own),
    rivals: rivalsOf(galley, { words, ...around }, trimmed),
    hash: galley.hash,
  };
}

/** What stands before and after a stretch. */
export function aroundOf({ text }: Galley, [start, end]: Stretch): Pick<Anchor, "before" | "after"> {
  return { before: text.slice(Math.max(0, start - AROUND), start), after: text.slice(end, end + AROUND) };
}

function withoutBlanks(text: string, [start, end]: Stretch): Stretch | undefined {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return from < to ? [from, to] : undefined;
}

/** The text of the last heading at or above a place. */
export function headingAbove(
  { document }: Pick<OpenEssay, "document">,
  { block }: Point,
): string | undefined {
  for (let at = block; at >= 0; at--) {
    const own = document.blocks[at];
    if (own?.type === "heading") return plainText(own.children);
  }
  return undefined;
}
