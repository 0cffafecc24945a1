/**
 * The anchor of a passage: all that is stored to find the passage again.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { companyAt, storedCompany } from "./company.ts";
import type { Stretch } from "./compared.ts";
import { galleyOf, type MarkRange } from "./galley.ts";
import { around } from "./likeness.ts";
import type { Anchor } from "./mark.ts";
import { rivalsOf } from "./rivals.ts";
import { Present, headingAbove } from "./present.ts";
import { linesOf } from "./source-lines.ts";

/** The length of the context that is stored on each side, in UTF-16 code units. */
export const AROUND = 32;

/** The parts of an open essay from which an anchor is made. */
type Anchored = Pick<OpenEssay, "document" | "source">;

/**
 * Returns the anchor of a range without the blanks at its ends; undefined if the range contains no words, or
 * extends from the body into the notes.
 */
export function anchorOf(open: Anchored, range: MarkRange): Anchor | undefined {
  const galley = galleyOf(open.document);
  const stretch = galley.stretchOf(range);
  const trimmed = stretch && withoutBlanks(galley.text, stretch);
  const own = trimmed && galley.rangeOf(trimmed);
  if (!own) return undefined;
  const [from, to] = trimmed;
  const heading = headingAbove(open, own.start);
  const label = galley.labelAt(from);
  const about = { ...(label !== undefined && { label }), ...(heading !== undefined && { heading }) };
  const words = galley.text.slice(from, to);
  const context = around(galley.text, trimmed, AROUND);
  return {
    words,
    ...context,
    ...storedCompany(companyAt(galley, trimmed)),
    ...about,
    ...own,
    lines: linesOf(open, own),
    rivals: rivalsOf(new Present(open.document), { words, ...context, ...about }, trimmed),
    hash: galley.hash,
  };
}

function withoutBlanks(text: string, [start, end]: Stretch): Stretch | undefined {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return from < to ? [from, to] : undefined;
}
