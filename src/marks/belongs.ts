/**
 * Decides whether the marks of an essay that is gone belong to another file: the same text, moved or renamed.
 *
 *     the same text ──────────────────────────────────────────────▶ theirs
 *     the same slug or title, most marks have a place ────────────▶ theirs
 *     most passages of several blocks with what was around them ──▶ theirs
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { galleyOf } from "./galley.ts";
import type { Anchor, Mark } from "./mark.ts";
import { placeOf } from "./place.ts";

/** The least total length of the text that is found, in UTF-16 code units: every essay has a “however”. */
const ENOUGH = 40;
/** The same without a slug or a title in common: essays may share a quotation or a footer. */
const ENOUGH_ALONE = 200;

/**
 * Reports whether marks that were made on one essay belong to this one: its text has the hash of one of them; or its slug or title is
 * the same, and most of them have a place in it; or most of them are in it word for word with their context, in at least two blocks.
 */
export function belongTo(marks: readonly Mark[], open: OpenEssay): boolean {
  const galley = galleyOf(open.document);
  if (marks.some(({ anchor }) => anchor.hash === galley.hash)) return true;
  const inContext = marks.filter(({ anchor }) => galley.text.includes(passageOf(anchor)));
  const letters = lengthOf(inContext.map(({ anchor }) => passageOf(anchor)));
  const { slug, title } = open.essay;
  if (!marks.some(({ essay }) => essay.slug === slug || essay.title === title)) {
    const blocks = new Set(inContext.map(({ anchor }) => anchor.start.block));
    return isMost(inContext, marks) && blocks.size >= 2 && letters >= ENOUGH_ALONE;
  }
  if (isMost(inContext, marks) && letters >= ENOUGH) return true;
  const found = marks.filter(({ anchor }) => placeOf(anchor, open) !== undefined);
  return isMost(found, marks) && lengthOf(found.map(({ anchor }) => anchor.words)) >= ENOUGH;
}

function isMost(some: readonly Mark[], all: readonly Mark[]): boolean {
  return some.length * 2 > all.length;
}

/** The total length of different texts. */
function lengthOf(texts: readonly string[]): number {
  return Array.from(new Set(texts)).reduce((sum, text) => sum + text.length, 0);
}

/** The words with the text before and after them. */
function passageOf({ before, words, after }: Anchor): string {
  return before + words + after;
}
