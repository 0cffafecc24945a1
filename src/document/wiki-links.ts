/**
 * Wiki links: `[[slug]]`, `[[slug#heading]]` and `[[slug|text]]`, as Obsidian, zk and other keepers of notes write
 * them. Whether the library holds such an essay is not asked here: see `links/wiki-links.ts`.
 */
import type { MarkedExtension, Tokens } from "marked";

export interface WikiLinkToken extends Tokens.Generic {
  type: "wikiLink";
  /** The slug, and the heading if one is named. */
  href: string;
  text: string;
}

/** Not before a bracket: `[[1]](address)` is a link whose text stands in brackets. */
const WIKI_LINK = /^\[\[([^\s[\]|]+)(?:\|([^[\]\n]+))?\]\](?![([])/;

export const wikiLinks: MarkedExtension = {
  extensions: [
    {
      name: "wikiLink",
      level: "inline",
      tokenizer(src): WikiLinkToken | undefined {
        const match = src.startsWith("[[") ? WIKI_LINK.exec(src) : null;
        if (!match) return undefined;
        const [raw, href = "", text = href] = match;
        return { type: "wikiLink", raw, href, text: text.trim() };
      },
    },
  ],
};
