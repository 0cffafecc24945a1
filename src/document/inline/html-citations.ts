/**
 * Citations of notes that are written in HTML: a number that is a link to the note, raised or in brackets.
 *
 *     <sup><a href="#fn:1">1</a></sup>     <a href="#fn1"><sup>[1]</sup></a>     <sup>[1](#fn1)</sup>     [<sup>1</sup>](#fn1)
 */
import type { Definitions, InlineToken } from "./tokens.ts";
import { matchAt } from "./destination.ts";

const NUMBER = String.raw`[\\([]{0,3}(?:\d{1,3}|[*†‡§¶]{1,3})[\\)\]]{0,3}`;
const RAISED = String.raw`(?:<sup\b[^<>]{0,200}>)?`;
const END = String.raw`(?:</sup>)?`;

/** The source of a pattern for a number that is a link within its page; the groups are its address in HTML and in Markdown. */
export const NUMBERED_LINK = String.raw`<a\b[^<>]{0,300}?\bhref="#(?<element>[^"<>\s]{1,100})"[^<>]{0,300}>${RAISED}${NUMBER}${END}</a>|\[${RAISED}${NUMBER}${END}\]\(#(?<markdown>[^()\s]{1,100})\)`;
const CITATION = new RegExp(`${RAISED}(?:${NUMBERED_LINK})${END}`, "iy");

/** The citation that begins at `at`, if a note has its address. */
export function htmlCitationAt(
  text: string,
  at: number,
  definitions: Definitions,
): { readonly token: InlineToken; readonly end: number } | undefined {
  const match = matchAt(CITATION, text, at);
  if (!match) return undefined;
  const label = `#${match.groups!["element"] ?? match.groups!["markdown"]!}`;
  if (!definitions.hasFootnote(label)) return undefined;
  return { token: { type: "footnoteReference", raw: match[0], label }, end: at + match[0].length };
}
