/**
 * Citations in brackets: of a footnote, or of a page of a vault.
 */
import { matchAt, linkLabel } from "./destination.ts";
import type { Definitions, InlineToken } from "./tokens.ts";
import { type WikiToken, wikiLinkAt } from "./wiki.ts";

const FOOTNOTE = /\[\^((?:\\[^\s]|[^\]\\\s[])+)\]/y;

/** The citation or the wiki link that begins at `at`, if one does. */
export function citedAt(
  text: string,
  at: number,
  definitions: Definitions,
): Extract<InlineToken, { type: "footnoteReference" }> | WikiToken | undefined {
  const footnote = matchAt(FOOTNOTE, text, at);
  if (footnote && definitions.hasFootnote(footnote[1]!))
    return { type: "footnoteReference", raw: footnote[0], label: footnote[1]! };
  const wiki = wikiLinkAt(text, at);
  if (!wiki) return undefined;
  // `[[^1]]` is a citation in brackets; if the label is defined as a link, it is a link in brackets.
  const isCited = wiki.href.startsWith("^") && definitions.hasFootnote(wiki.href.slice(1));
  return isCited || definitions.link(linkLabel(wiki.href)) !== undefined ? undefined : wiki;
}
