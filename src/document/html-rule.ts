/**
 * Finds the end of an HTML block whose text is not Markdown. CommonMark (4.6) ends most HTML blocks at a blank line, even
 * in the middle of a style sheet; a browser, and the author, read on to the end tag.
 */
import type { Limits } from "./limits.ts";

/** The openings of text that a browser reads to its end tag (HTML, 13.2.5), of text with blank lines, and of a comment. */
const OPENS = /<!--|<(script|style|textarea|svg|pre)(?=[\s>/])/gi;

/** The length of the block at the start of `src`, whose part up to a blank line is `found` long. */
export function lengthOfHtml(src: string, found: number, limits: Limits): number {
  let length = found;
  let at = 0;
  for (let open = openAfter(src, at, length); open; open = openAfter(src, at, length)) {
    const end = limits.isPatient ? endOf(src, open) : -1;
    if (end < 0) {
      limits.soughtInVain(src.length - open.from);
      return length;
    }
    at = end;
    if (end > length) length = lineEnd(src, end);
  }
  return length;
}

interface Open {
  /** The element's name; empty for a comment. */
  readonly name: string;
  /** Where its content begins. */
  readonly from: number;
}

function openAfter(src: string, at: number, before: number): Open | undefined {
  const pattern = new RegExp(OPENS);
  pattern.lastIndex = at;
  const match = pattern.exec(src.slice(0, before));
  return match ? { name: (match[1] ?? "").toLowerCase(), from: pattern.lastIndex } : undefined;
}

/** The offset after its end; -1 if it has none. */
function endOf(src: string, { name, from }: Open): number {
  const pattern = new RegExp(name === "" ? "-->" : `</${name}\\s{0,9}>`, "gi");
  // `<!-->` is a whole comment (HTML, 13.2.5.43).
  pattern.lastIndex = name === "" ? from - 2 : from;
  return pattern.test(src) ? pattern.lastIndex : -1;
}

/** The offset after the line and the blank lines below it, as in marked's own rule. */
function lineEnd(src: string, at: number): number {
  const end = src.indexOf("\n", at);
  let next = end < 0 ? src.length : end + 1;
  while (src[next] === "\n") next++;
  return next;
}
