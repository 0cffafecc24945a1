/**
 * Decides whether the marks of an essay that is gone belong to another file: the same text, moved or renamed.
 *
 *     the same text ──────────────────────────────────────────────▶ theirs
 *     the same slug or title, most marks or their contexts stand ─▶ theirs
 *     most passages of two blocks with what was around them ──────▶ theirs
 *     most passages of three blocks, word for word ───────────────▶ theirs
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { galleyOf } from "./galley.ts";
import type { Anchor, Mark } from "./mark.ts";
import { placeOfAnchor } from "./place.ts";
import { isIn } from "../text/index-in.ts";

/** The least total length of the text that is found, in UTF-16 code units: every essay has a “however”. */
const ENOUGH = 40;
/** The least length of a context that counts. */
const SOME = 16;
/** The same without a slug or a title in common: essays may share a quotation or a footer. */
const ENOUGH_ALONE = 200;
/** The number of blocks with passages that are found word for word, and the length of these, if the text around them was edited. */
const SEVERAL = { blocks: 3, letters: 100 };

/**
 * Reports whether marks that were made on one essay belong to this one: its text has the hash of one of them; or its slug or title is
 * the same, and most of them have a place in it, or what stood around them has; or most of them are in it word for word, in
 * at least two blocks with their context, or in three.
 */
export function belongTo(marks: readonly Mark[], open: OpenEssay): boolean {
  const galley = galleyOf(open.document);
  if (marks.some(({ anchor, seen = anchor }) => [anchor.hash, seen.hash].includes(galley.hash))) return true;
  const anchors = marks.map(({ anchor, seen }) => seen ?? anchor);
  const inContext = anchors.filter((anchor) => isIn(galley.text, passageOf(anchor)));
  const letters = lengthOf(inContext.map(passageOf));
  const { slug, title } = open.essay;
  if (!marks.some(({ essay }) => essay.slug === slug || essay.title === title)) {
    const standing = anchors.filter((anchor) => placeOfAnchor(anchor, open)?.isExact);
    return (
      (isMost(inContext, marks) && blocksOf(inContext) >= 2 && letters >= ENOUGH_ALONE) ||
      (isMost(standing, marks) &&
        blocksOf(standing) >= SEVERAL.blocks &&
        lengthOf(standing.map(({ words }) => words)) >= SEVERAL.letters)
    );
  }
  if (isMost(inContext, marks) && letters >= ENOUGH) return true;
  const standing = anchors.map((anchor) => standingOf(anchor, open)).filter((texts) => texts.length > 0);
  return isMost(standing, marks) && lengthOf(standing.flat()) >= ENOUGH;
}

/** The texts of a passage and around it that stand in an essay. */
function standingOf(anchor: Anchor, open: OpenEssay): string[] {
  const { text } = galleyOf(open.document);
  const { words, before, after } = anchor;
  const around = [before, after].filter((side) => side.trim().length >= SOME && isIn(text, side));
  if (placeOfAnchor(anchor, open)) return [words, ...around];
  // Words that were edited leave both sides.
  return around.length === 2 ? around : [];
}

function isMost(some: readonly unknown[], all: readonly unknown[]): boolean {
  return some.length * 2 > all.length;
}

function blocksOf(anchors: readonly Anchor[]): number {
  return new Set(anchors.map(({ start }) => start.block)).size;
}

/** The total length of different texts. */
function lengthOf(texts: readonly string[]): number {
  return Array.from(new Set(texts)).reduce((sum, text) => sum + text.length, 0);
}

/** The words with the text before and after them. */
function passageOf({ before, words, after }: Anchor): string {
  return before + words + after;
}
