/**
 * Where a block of HTML ends that holds text which is no Markdown. CommonMark (4.6) ends most blocks of HTML at a blank line, be
 * it in the middle of a style sheet; a browser reads on up to the end tag, and so did its author.
 */
import type { Limits } from "./limits.ts";

/** What opens text that a browser reads to its end tag (HTML, 13.2.5), what keeps its blank lines, and a comment. */
const OPENS = /<!--|<(script|style|textarea|svg|pre)(?=[\s>/])/gi;

/** The length of a block that begins `src`, of which so much was found up to a blank line. */
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

/** Behind what ends it; -1 if nothing does. */
function endOf(src: string, { name, from }: Open): number {
  const pattern = new RegExp(name === "" ? "-->" : `</${name}\\s{0,9}>`, "gi");
  // `<!-->` is a whole comment (HTML, 13.2.5.43).
  pattern.lastIndex = name === "" ? from - 2 : from;
  return pattern.test(src) ? pattern.lastIndex : -1;
}

/** Behind the line, and the blank ones below it, as marked's own rule has it. */
function lineEnd(src: string, at: number): number {
  const end = src.indexOf("\n", at);
  let next = end < 0 ? src.length : end + 1;
  while (src[next] === "\n") next++;
  return next;
}
