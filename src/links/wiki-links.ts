/**
 * Resolves wiki links: `[[slug]]` is a link if the library has such an essay; otherwise it keeps its text.
 */
import type { Document, Inline } from "../document/document.ts";
import type { LinkTarget } from "./link-target.ts";
import { inlinesOf, mapInlines } from "../document/walk.ts";

/** A document in which the wiki links that lead somewhere are links. */
export function withWikiLinks(document: Document, resolve: (href: string) => LinkTarget): Document {
  const leads = (href: string): boolean => ["essay", "here"].includes(resolve(href).kind);
  return hasWikiLinks(document) ? mapInlines(document, (inline) => resolved(inline, leads)) : document;
}

/** Whether a document, or one of its notes, has wiki links. */
export function hasWikiLinks({ blocks, notes }: Document): boolean {
  for (const part of [blocks, ...notes.map((note) => note.blocks)])
    for (const inline of inlinesOf(part)) if (inline.type === "wikiLink") return true;
  return false;
}

function resolved(inline: Inline, holds: (href: string) => boolean): Inline {
  if (inline.type !== "wikiLink") return inline;
  const { href, text } = inline;
  if (!holds(href)) return inline;
  return { type: "link", href, children: [{ type: "text", text }] };
}
