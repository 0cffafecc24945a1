/**
 * Finds the end of an HTML block whose text is not Markdown. CommonMark (4.6) ends most HTML blocks at a blank line, even
 * in the middle of a style sheet; a browser, and the author, read on to the end tag. Directly below the line that closes the last
 * element, kramdown and Python-Markdown read Markdown again, and nobody writes Markdown there to have its signs shown:
 *
 *     <div>x</div>
 *     * item
 */
import { VOID } from "../html/elements.ts";
import type { Limits } from "../limits.ts";
import { afterLine } from "../../text/lines.ts";

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
  let next = afterLine(src, at);
  while (src[next] === "\n") next++;
  return next;
}

/** A tag, the beginning of text that is read to its end tag, or a blank line. */
const TAG = /<(\/?)([a-z][\w-]{0,30})(?=[\s>/])[^<>]{0,1000}>|<!--|\n[ \t]{0,40}\n/gi;
/** The most elements that may be open. In deeper HTML, Markdown begins after a blank line. */
const DEEPEST = 50;
/** The longest text that is read to its end tag here, in UTF-16 code units. */
const LONGEST = 4_000;

/**
 * The length of the HTML at the start of `src` if Markdown begins directly below the line that closes all of its elements; undefined if
 * a blank line comes first, so that nothing is read twice.
 */
export function lengthOfElements(src: string): number | undefined {
  const open: string[] = [];
  const next = new RegExp(TAG);
  for (let match = next.exec(src); match; match = next.exec(src)) {
    const [written, slash, name = ""] = match;
    if (written.startsWith("\n")) return undefined;
    const opens = new RegExp(OPENS).exec(written);
    if (opens) {
      const content = src.slice(next.lastIndex, next.lastIndex + LONGEST);
      const end = endOf(content, { name: (opens[1] ?? "").toLowerCase(), from: 0 });
      if (end < 0) return undefined;
      next.lastIndex += end;
    } else if (!withTag(open, name.toLowerCase(), slash === "/", written)) return undefined;
    if (open.length === 0 && BEGINS_MARKDOWN.test(src.slice(next.lastIndex, next.lastIndex + LOOKED_AT)))
      return src.indexOf("\n", next.lastIndex) + 1;
  }
  return undefined;
}

/** Adds an element to the open ones, or removes those that its end tag closes; false if too many are open. */
function withTag(open: string[], name: string, isEnd: boolean, written: string): boolean {
  if (isEnd) open.length = Math.max(0, open.lastIndexOf(name));
  else if (!VOID.has(name) && !written.endsWith("/>")) open.push(name);
  return open.length <= DEEPEST;
}

/** The end of a line, and a line of Markdown below it. */
const BEGINS_MARKDOWN = /^[ \t]{0,40}\n {0,3}[^\s<]/;
const LOOKED_AT = 50;
