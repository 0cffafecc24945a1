/**
 * Where a block of an extension interrupts a paragraph.
 */
import { endsParagraph } from "./block-rules.ts";

/**
 * The offset of the first line but the first that begins with `start`, behind up to three blanks, and that `pattern` matches
 * from its beginning; undefined if there is none before the paragraph surely ends. It looks no further: marked asks anew at every
 * paragraph.
 */
export function aheadInParagraph(src: string, start: string, pattern: RegExp): number | undefined {
  for (let end = src.indexOf("\n"); end >= 0; end = src.indexOf("\n", end + 1)) {
    if (endsParagraph(src, end + 1)) return undefined;
    let first = end + 1;
    while (src[first] === " " || src[first] === "\t") first++;
    if (src[first] === "\n" || first >= src.length) return undefined;
    if (src[first] === start && pattern.test(src.slice(end + 1, end + 1 + LONGEST))) return end + 1;
  }
  return undefined;
}

/** What begins a block stands in so many UTF-16 code units. */
const LONGEST = 1_000;
