/**
 * Markdown into a `Document`.
 */
import { Marked, type Token } from "marked";
import { visible } from "../text/visible.ts";
import { callouts } from "./callouts.ts";
import { definitionLists } from "./definition-lists.ts";
import { convert } from "./convert.ts";
import type { Block, Document } from "./document.ts";
import { lineBlocks } from "./line-blocks.ts";
import { markdownInHtml } from "./markdown-in-html.ts";
import { mathBlocks } from "./math-blocks.ts";
import { footnotes } from "./footnotes.ts";
import { isHtmlDocument } from "./html-document.ts";
import { text } from "./inlines.ts";
import { EssayLexer } from "./lexer.ts";
import { withoutMdx } from "./mdx.ts";
import { comments } from "./comments.ts";
import { namedTexts, namedTextsOf } from "./named-texts.ts";
import { withReferences } from "./references.ts";
import { slashBlocks } from "./slash-blocks.ts";
import { enclosures } from "./tags/enclosures.ts";
import { theorems } from "./theorems.ts";
import { isDeeperThan } from "./walk.ts";
import { BOUNDS } from "../text/bounds.ts";
import { limitsOf } from "./limits.ts";

const { defaults } = new Marked(
  footnotes,
  enclosures,
  comments,
  callouts,
  theorems,
  definitionLists,
  lineBlocks,
  mathBlocks,
  markdownInHtml,
  slashBlocks,
  namedTexts,
);

/** A list's item set in so far that the lexer would take seconds over the lists around it. */
const NESTED_TOO_DEEPLY = /^[ \t]{400,}(?:[-+*]|\d{1,9}[.)])[ \t]/m;

/** What a file's extension says of its text. */
export type MarkdownFormat = "markdown" | "mdx";

export function markdownFormat(path: string): MarkdownFormat {
  return /\.mdx$/i.test(path) ? "mdx" : "markdown";
}

/**
 * Parses CommonMark with GitHub's additions, footnotes and wiki links. What is nested too deeply comes back as plain
 * paragraphs, and `givenUp` says so.
 */
export function parseDocument(source: string, format: MarkdownFormat = "markdown"): Document {
  const markdown = format === "mdx" ? withoutMdx(source) : source;
  if (NESTED_TOO_DEEPLY.test(markdown)) return plainDocument(markdown, TOO_DEEP);
  try {
    const document = parsed(markdown);
    return isDeeperThan(BOUNDS.depth.most, document) ? plainDocument(markdown, TOO_DEEP) : document;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // A regular expression runs out of stack on one paragraph of megabytes, too.
    return plainDocument(markdown, isLong(markdown) ? TOO_LONG : TOO_DEEP);
  }
}

/** What is beyond the bound of lines is one paragraph. */
function parsed(markdown: string): Document {
  const lexer = new EssayLexer(defaults);
  const end = endOfLines(markdown, BOUNDS.lines.most);
  const limits = limitsOf(lexer);
  const source = markdown.slice(0, end);
  const tokens: readonly Token[] = isHtmlDocument(source)
    ? [{ type: "html", raw: source, text: source, block: true, pre: false }]
    : lexer.lex(source);
  if (end < markdown.length) limits.pass("lines");
  const document = referring(convert(tokens, limits), source, lexer);
  const rest = visible(markdown.slice(end))
    .split(/\s+/)
    .filter((word) => word !== "")
    .join(" ");
  if (rest === "") return document;
  const paragraph: Block = { type: "paragraph", line: BOUNDS.lines.most + 1, children: [text(rest)] };
  return { ...document, blocks: [...document.blocks, paragraph] };
}

/** The document with what its text names, if it names anything. */
function referring(document: Document, source: string, lexer: EssayLexer): Document {
  const names = namedTextsOf(lexer);
  const isNaming = names.abbreviations.size + names.examples.size > 0 || source.includes("<abbr");
  return isNaming ? withReferences(document, names, limitsOf(lexer)) : document;
}

/** The offset behind so many lines, or the end of the text. */
function endOfLines(markdown: string, most: number): number {
  let end = 0;
  if (markdown.length > most)
    for (let line = 0; line < most; line++) {
      end = markdown.indexOf("\n", end) + 1;
      if (end === 0) break;
    }
  return end === 0 ? markdown.length : end;
}

const TOO_DEEP = "the text is nested too deeply";
const TOO_LONG = "a paragraph is too long";
/** Longest line that is laid to the account of nesting, in UTF-16 code units. */
const LONG = 1_000_000;

function isLong(markdown: string): boolean {
  return markdown.split("\n").some((line) => line.length > LONG);
}

/** Text as plain paragraphs, parted at blank lines, and why it is nothing more. */
export function plainDocument(source: string, givenUp: string): Document {
  const blocks = source
    .split(/\n[ \t]*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph): Block => ({ type: "paragraph", children: [text(visible(paragraph).trim())] }));
  return { blocks, notes: [], givenUp };
}
