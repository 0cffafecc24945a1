/**
 * Wiki links: `[[slug]]`, `[[slug#heading]]` and `[[slug|text]]`, as Obsidian, zk and other keepers of notes write
 * them. Text in double brackets is one only if the library holds such an essay; else it stays as it was written.
 */
import type { MarkedExtension, Tokens } from "marked";

export interface WikiLink extends Tokens.Generic {
  type: "wikiLink";
  /** The slug, and the heading if one is named. */
  href: string;
  text: string;
}

/** Whether the library holds what a wiki link names. */
export type Holds = (href: string) => boolean;

/** Not before a bracket: `[[1]](address)` is a link whose text stands in brackets. */
const WIKI_LINK = /^\[\[([^\s[\]|]+)(?:\|([^[\]\n]+))?\]\](?![([])/;

export const wikiLinks: MarkedExtension = {
  extensions: [
    {
      name: "wikiLink",
      level: "inline",
      tokenizer(src): WikiLink | undefined {
        const match = src.startsWith("[[") ? WIKI_LINK.exec(src) : null;
        if (!match) return undefined;
        const [raw, href = "", text = href] = match;
        return { type: "wikiLink", raw, href, text: text.trim() };
      },
    },
  ],
};
