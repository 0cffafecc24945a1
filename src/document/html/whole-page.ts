/**
 * Recognises a page of HTML. Markdown's rules, by which an indented line is code and a blank line ends
 * an element, do not apply to it. (A feed's item is HTML too, but does not say so; CommonMark's rules
 * for HTML blocks suit it.)
 */

/** The beginning of a page (HTML, 13.1), perhaps after an XML declaration and a comment. */
const PAGE =
  /^\s*(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,999}-->\s{0,99})?<(?:!doctype\s+html|html)[\s>]/i;
/** The length that is examined, in UTF-16 code units. */
const BEGINNING = 2_000;

/** Whether a source is a page of HTML, by its beginning. */
export function isHtmlDocument(source: string): boolean {
  return PAGE.test(source.slice(0, BEGINNING));
}
