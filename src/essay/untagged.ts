/**
 * The plain text of a value of front matter, such as a title. Generators put it into a page as HTML, so it may have tags:
 *
 *     NSURL /<br/>NSURLComponents &amp; <em>more</em>     NSURL / NSURLComponents & more
 *
 * Angle brackets that are not a tag of HTML stay: `Rc<Vec<T>>`, `1 < 2`. So do those in code.
 */
import { decode } from "../text/entities.ts";
import { isKnownElement } from "../text/known-elements.ts";

/** The text on one line, without tags, its entities decoded once. */
export function untagged(value: string): string {
  return value.split(CODE).map(withoutTags).map(decode).join("").replace(/\s+/g, " ").trim();
}

/** Code between backticks; the odd parts of a text split by it are code. */
const CODE = /(`[^`]+`)/;
const TAG = /<(\/?)([a-z][a-z\d]*)(?=[\s/>])[^<>]*>/gi;
const CLOSING = /<\/([a-z][a-z\d]*)\s*>/gi;
/** Elements without an end tag; the first two are a line break and a place where one may be. */
const VOID = new Set(["br", "wbr", "img", "hr", "input"]);
/** Elements that begin on a line of their own, or end one. */
const BREAKING = new Set(["br", "hr", "p", "div", "li"]);

function withoutTags(part: string, nth: number): string {
  if (nth % 2 === 1 || !part.includes("<")) return part;
  const closed = new Set(Array.from(part.matchAll(CLOSING), ([, name]) => name!.toLowerCase()));
  return part.replace(TAG, (tag: string, slash: string, written: string) => {
    const name = written.toLowerCase();
    // An opening tag that is never closed is a word in angle brackets: `Option<Time>`.
    const isTag = isKnownElement(name) && (slash !== "" || VOID.has(name) || closed.has(name));
    return isTag ? (BREAKING.has(name) ? " " : "") : tag;
  });
}
