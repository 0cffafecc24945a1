/**
 * Whether a text is a page of HTML. Markdown's rules are not for it, by which a line that is set in is code, and a blank line
 * ends an element. (An item of a feed is HTML, too, and says so nowhere: CommonMark's rules for blocks of HTML fit it.)
 */

/** What a page must begin with (HTML, 13.1), perhaps behind an XML declaration and a comment. */
const PAGE =
  /^\s*(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,999}-->\s{0,99})?<(?:!doctype\s+html|html)[\s>]/i;
/** As much as is looked at, in UTF-16 code units. */
const BEGINNING = 2_000;

export function isHtmlDocument(source: string): boolean {
  return PAGE.test(source.slice(0, BEGINNING));
}
