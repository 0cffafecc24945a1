/**
 * Text for HTML and XML.
 */
import { escapedHtml } from "./escape.ts";

/** Characters that XML must not contain (XML 1.0, production 2). */
const NO_XML = /[\ufffe\uffff]/g;

/** Text, or an attribute's value, of HTML and of XML. */
export function escaped(text: string): string {
  return escapedHtml(text).replace(NO_XML, "\ufffd");
}
