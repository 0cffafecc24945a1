/**
 * Finds where a block of an extension interrupts a paragraph.
 */
import { endsParagraph } from "./block-rules.ts";

/**
 * The lines of the paragraph at the start of a text, except the first: where they begin, and their first characters.
 */
interface Lines {
  readonly src: string;
  readonly starts: readonly number[];
  /** The first non-blank character of each, in one string. */
  readonly signs: string;
}

/** The lines of the last text are cached, because marked asks each extension about the same text. */
let last: Lines = { src: "", starts: [], signs: "" };

/**
 * The offset of the first line, other than line one, that begins with one of `signs` after blanks and at
 * which a block begins; undefined if there is none before the paragraph certainly ends. The search stops
 * there, because marked asks at every paragraph.
 */
export function aheadInParagraph(
  src: string,
  signs: string,
  begins: (rest: string) => boolean,
): number | undefined {
  if (src !== last.src) last = linesOf(src);
  const { starts, signs: firsts } = last;
  for (let nth = 0; nth < firsts.length; nth++)
    if (signs.includes(firsts[nth]!) && begins(src.slice(starts[nth]))) return starts[nth];
  return undefined;
}

function linesOf(src: string): Lines {
  const starts: number[] = [];
  let signs = "";
  for (let end = src.indexOf("\n"); end >= 0; end = src.indexOf("\n", end + 1)) {
    if (endsParagraph(src, end + 1)) break;
    let first = end + 1;
    while (src[first] === " " || src[first] === "\t") first++;
    if (src[first] === "\n" || first >= src.length) break;
    starts.push(end + 1);
    signs += src[first]!;
  }
  return { src, starts, signs };
}
