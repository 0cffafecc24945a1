/**
 * The anchor of a passage as it is seen now. An anchor that was made long ago knows neither the edits around its passage since, nor
 * the twins that were added: if the passage is then deleted, a twin is the only place with its words.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { anchorOf } from "./anchor.ts";
import { compared } from "./compared.ts";
import { galleyOf } from "./galley.ts";
import type { Anchor, Mark } from "./mark.ts";
import { anchorsOf } from "./place.ts";

/** A mark, and the anchor of its words in the present text. */
export interface Seen {
  readonly mark: Mark;
  readonly anchor: Anchor;
}

/** The marks around whose words the essay was edited since they were seen last; none whose words were edited themselves. */
export function seenAnew(open: OpenEssay, marks: readonly Mark[]): Seen[] {
  const { hash } = galleyOf(open.document);
  const old = marks.filter(({ anchor, seen = anchor }) => seen.hash !== hash && anchor.hash !== hash);
  return anchorsOf(open, old).flatMap(({ mark, placed }): Seen[] => {
    const anchor = placed?.isExact ? anchorOf(open, placed.range) : undefined;
    return anchor && tellingOf(anchor) !== tellingOf(mark.seen ?? mark.anchor) ? [{ mark, anchor }] : [];
  });
}

/** What an anchor knows of the text around its words. */
function tellingOf({ before, after, company, heading, rivals }: Anchor): string {
  const context = [before, after].map((side) => compared(side).folded);
  return JSON.stringify([context, company, heading, rivals?.of, rivals?.twins]);
}
