/**
 * Where a block of an extension interrupts a paragraph.
 */
import { endsParagraph } from "./block-rules.ts";

/**
 * The offset of the first line but the first that begins with `start`, behind up to three blanks, and at which a block begins;
 * undefined if there is none before the paragraph surely ends. It looks no further: marked asks anew at every paragraph.
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
