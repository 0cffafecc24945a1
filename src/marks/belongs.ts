/**
 * Decides whether the marks of an essay that is gone belong to another file: the same text, moved or renamed.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { galleyOf } from "./galley.ts";
import type { Mark } from "./mark.ts";
import { placeOf } from "./place.ts";

/** The least total length of the words that are found, in UTF-16 code units: every essay has a “however”. */
const ENOUGH = 40;

/**
 * Reports whether marks that were made on one essay belong to this one: its text has the hash of one of them; or its slug or title is
 * the same, and most of them stand in it word for word.
 */
export function belongTo(marks: readonly Mark[], open: OpenEssay): boolean {
  const { hash } = galleyOf(open.document);
  if (marks.some(({ anchor }) => anchor.hash === hash)) return true;
  const { slug, title } = open.essay;
  if (!marks.some(({ essay }) => essay.slug === slug || essay.title === title)) return false;
  const found = marks.filter(({ anchor }) => placeOf(anchor, open)?.isExact === true);
  const letters = found.reduce((sum, { anchor }) => sum + anchor.words.length, 0);
  return found.length * 2 > marks.length && letters >= ENOUGH;
}
