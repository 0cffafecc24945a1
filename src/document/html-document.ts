/**
 * Whether a text is HTML altogether: a page, or an item of a feed. Markdown's rules are not for it, by which a line that is
 * set in is code, and a blank line ends an element.
 */
import { lengthOfHtml } from "./html-rule.ts";
import type { Limits } from "./limits.ts";

/** A page, by what it must begin with (HTML, 13.1). */
const PAGE =
  /^\s*(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,999}-->\s{0,99})?<(?:!doctype\s+html|html)[\s>]/i;

/** A block's tag, or the end of one, at the beginning of a part between blank lines. */
const BLOCK =
  /^\s*<(?:!--|\/?(?:address|article|aside|blockquote|body|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|head|header|hr|iframe|img|li|link|main|meta|nav|ol|p|pre|script|section|style|summary|svg|table|tbody|td|tfoot|th|thead|title|tr|ul|video)(?=[\s/>]))/i;

export function isHtmlDocument(source: string, limits: Limits): boolean {
  if (PAGE.test(source.slice(0, 2_000))) return true;
  return source.trimEnd().endsWith(">") && isBlocksAlone(source, limits);
}

/** Whether every part between blank lines begins with a block's tag, and so none is Markdown. */
function isBlocksAlone(source: string, limits: Limits): boolean {
  let at = 0;
  let parts = 0;
  while (at < source.length) {
    const blank = source.indexOf("\n\n", at);
    const found = (blank < 0 ? source.length : blank) - at;
    const part = source.slice(at, at + Math.min(found, LONGEST_TAG));
    if (part.trim() !== "") {
      parts++;
      if (!BLOCK.test(part)) return false;
    }
    at += Math.max(lengthOfHtml(source.slice(at), found, limits), found) + 2;
  }
  return parts > 0;
}

/** As much as is looked at for a tag's name, in UTF-16 code units. */
const LONGEST_TAG = 500;
