/**
 * Finds where a block of an extension interrupts a paragraph.
 */
import { endsParagraph } from "./block-rules.ts";

/**
 * The offset of the first line, other than line one, that begins with `start` after up to three blanks and at which a block begins;
 * undefined if there is none before the paragraph certainly ends. It looks no further, for marked asks at every paragraph.
 */
export function aheadInParagraph(
  src: string,
  start: string,
  begins: (rest: string) => boolean,
): number | undefined {
  for (let end = src.indexOf("\n"); end >= 0; end = src.indexOf("\n", end + 1)) {
    if (endsParagraph(src, end + 1)) return undefined;
    let first = end + 1;
    while (src[first] === " " || src[first] === "\t") first++;
    if (src[first] === "\n" || first >= src.length) return undefined;
    if (src[first] === start && begins(src.slice(end + 1))) return end + 1;
  }
  return undefined;
}
