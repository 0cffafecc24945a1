/**
 * Tags of elements that hide the text after them, written in a sentence as names and never closed there.
 *
 *     The <title> element matters.     Use <script> tags sparingly.
 *
 * A browser would hide the rest of the page. GitHub shows these tags as text (GFM 6.11, "Disallowed Raw HTML"), and so does ibid.
 */
import type { Reach } from "./reach.ts";

/** Elements whose text a browser does not show as text, or shows as the choices of a field. */
const SWALLOWS = new Set(
  "noembed noframes noscript plaintext script select style template textarea title xmp".split(" "),
);
/** Elements with a content for other browsers; with attributes, they are players. */
const PLAYS = new Set("audio canvas datalist iframe object video".split(" "));

const OPENING = /^<([a-z]{3,9})(\s|\/|>)/i;

/** Whether a tag is such a name: the text after `end` does not close it. */
export function isNameOnly(raw: string, reach: Reach, end: number): boolean {
  const [, name = "", after] = OPENING.exec(raw) ?? [];
  const element = name.toLowerCase();
  const isOne = SWALLOWS.has(element) || (PLAYS.has(element) && after === ">");
  return isOne && reach.closing(`</${name}`, end) < 0;
}
