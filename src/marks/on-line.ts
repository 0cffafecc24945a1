/**
 * Finds a passage of which another program stored the words and the line, but no context.
 */
import type { OpenEssay } from "../document/open-essay.ts";
import { compared, stretchIn } from "./compared.ts";
import { galleyOf } from "./galley.ts";
import type { Anchor } from "./mark.ts";
import { occurrences } from "./occurrences.ts";
import type { Placed } from "./place.ts";
import { linesOf } from "./source-lines.ts";

/** Returns the only place that has the words, as whole words, and begins on the line; undefined if there is none or more than one. */
export function placeOnLine(
  words: string,
  [first]: Anchor["lines"],
  open: Pick<OpenEssay, "document" | "source">,
): Placed | undefined {
  const galley = galleyOf(open.document);
  const { folded } = compared(words);
  const ranges = occurrences(galley.compared.folded, folded, [false, false]).flatMap((start) => {
    const range = galley.rangeOf(stretchIn(galley.text, galley.compared, [start, start + folded.length]));
    return range && linesOf(open, range)[0] === first ? [range] : [];
  });
  const [range, other] = ranges;
  return range && !other ? { range, isExact: true } : undefined;
}
