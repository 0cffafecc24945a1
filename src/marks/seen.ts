/**
 * The anchor of a passage as it is seen now. An anchor that was made long ago knows neither the edits around its passage since, nor
 * the twins that were added: if the passage is then deleted, a twin is the only place with its words.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { anchorOf } from "./anchor.ts";
import { compared } from "./compared.ts";
import { countOf } from "./exact.ts";
import { galleyOf } from "./galley.ts";
import type { Anchor, Mark } from "./mark.ts";
import { anchorsOf } from "./place.ts";
import { Present } from "./present.ts";

/** A mark, and the anchor of its words in the present text. */
export interface Seen {
  readonly mark: Mark;
  readonly anchor: Anchor;
}

/**
 * The marks around whose words the essay was edited since they were seen last, and those whose words are at places that are all uncertain;
 * none whose words were edited themselves.
 */
export function seenAnew(open: OpenEssay, marks: readonly Mark[]): Seen[] {
  const { hash } = galleyOf(open.document);
  const old = marks.filter(({ anchor, seen = anchor }) => seen.hash !== hash && anchor.hash !== hash);
  return anchorsOf(open, old).flatMap(({ mark, placed, lost }): Seen[] => {
    const last = mark.seen ?? mark.anchor;
    const anchor = lost === "uncertain" ? metIn(open, last) : placed?.isExact && anchorOf(open, placed.range);
    return anchor && tellingOf(anchor) !== tellingOf(last) ? [{ mark, anchor }] : [];
  });
}

/**
 * An anchor that knows how many places had its words in a text in which none was certain: if one of them is left, it may be another.
 * Undefined if there is only one.
 */
function metIn({ document }: OpenEssay, anchor: Anchor): Anchor | undefined {
  const { rivals = { nth: 0, of: 1 } } = anchor;
  const met = Math.max(rivals.met ?? 0, countOf(anchor, new Present(document)));
  return met > 1 ? { ...anchor, rivals: { ...rivals, met } } : undefined;
}

/** What an anchor knows of the text around its words. */
function tellingOf({ before, after, company, label, heading, rivals }: Anchor): string {
  const context = [before, after].map((side) => compared(side).folded);
  return JSON.stringify([
    context,
    company,
    label,
    heading,
    rivals?.of,
    rivals?.alike,
    rivals?.twins,
    rivals?.met,
  ]);
}
