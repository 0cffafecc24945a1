/**
 * Whether marks whose essay is gone are those of another essay: the same text, moved or renamed.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { galleyOf } from "./galley.ts";
import type { Mark } from "./mark.ts";
import { placeOf } from "./place.ts";

/** Words that must be found, in UTF-16 code units, all together: any essay has a “however”. */
const ENOUGH = 40;

/**
 * Whether marks that were made on one essay are this one's: its text is the same as for one of them; or it is called the same,
 * and most of them stand in it word for word.
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
