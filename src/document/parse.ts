/**
 * Markdown into a `Document`.
 */
import { Marked } from "marked";
import { visible } from "../text/visible.ts";
import { convert } from "./convert.ts";
import type { Block, Document } from "./document.ts";
import { footnotes } from "./footnotes.ts";
import { text } from "./inlines.ts";
import { linksWithBackticks } from "./links.ts";
import { withoutMdx } from "./mdx.ts";
import { shortcodes } from "./shortcodes.ts";
import { type Holds, wikiLinks } from "./wiki-links.ts";

const marked = new Marked(footnotes, wikiLinks, linksWithBackticks, shortcodes);

/** A list's item set in so far that the lexer would take seconds over the lists around it. */
const NESTED_TOO_DEEPLY = /^[ \t]{400,}(?:[-+*]|\d{1,9}[.)])[ \t]/m;

/** What a file's extension says of its text. */
export type MarkdownFormat = "markdown" | "mdx";

export function markdownFormat(path: string): MarkdownFormat {
  return /\.mdx$/i.test(path) ? "mdx" : "markdown";
}

/**
 * Parses CommonMark with GitHub's additions, footnotes and wiki links to what `holds` knows. Never throws: what is
 * nested too deeply to be parsed comes back as plain paragraphs.
 */
export function parseDocument(
  source: string,
  format: MarkdownFormat = "markdown",
  holds: Holds = () => false,
): Document {
  const markdown = format === "mdx" ? withoutMdx(source) : source;
  if (NESTED_TOO_DEEPLY.test(markdown)) return { blocks: plainBlocks(markdown), notes: [] };
  try {
    return convert(marked.lexer(markdown), holds);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { blocks: plainBlocks(markdown), notes: [] };
  }
}

function plainBlocks(markdown: string): Block[] {
  return markdown
    .split(/\n[ \t]*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => ({ type: "paragraph", children: [text(visible(paragraph).trim())] }));
}
