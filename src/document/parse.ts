/**
 * Parses Markdown into a `Document`.
 */
import type { Token } from "marked";
import { visible } from "../text/visible.ts";
import { convert } from "./convert/convert.ts";
import { crossReferencesIn, namedHeadingsIn } from "./cross-references.ts";
import type { Block, Document } from "./document.ts";
import { Excerpt } from "./excerpt.ts";
import { optionsFor } from "./block/extensions.ts";
import { formulaOrigins } from "./formula-origins.ts";
import { isHtmlDocument } from "./html/whole-page.ts";
import { text } from "./inlines.ts";
import { mayRefer } from "./labels.ts";
import { EssayLexer } from "./block/lexer.ts";
import { type MarkdownFormat, withoutMdx } from "./mdx.ts";
import { namedTextsOf } from "./block/named-texts.ts";
import { withReferences } from "./references.ts";
import { isDeeperThan } from "./walk.ts";
import { BOUNDS } from "../text/bounds.ts";
import { limitsOf } from "./limits.ts";

/** The indentation of a list item with which the lexer would take seconds for the lists around it. */
const TOO_FAR = 400;
const NESTED_TOO_DEEPLY = new RegExp(String.raw`^[ \t]{${TOO_FAR},}(?:[-+*]|\d{1,9}[.)])[ \t]`, "m");

/**
 * Whether a text has this many blanks side by side. It checks only every `TOO_FAR`th character, because a long enough
 * run contains one of these.
 */
function isSetInFar(markdown: string): boolean {
  for (let at = TOO_FAR - 1; at < markdown.length; at += TOO_FAR) {
    let start = at;
    while (start > at - TOO_FAR && isBlank(markdown[start])) start--;
    if (start === at) continue;
    let end = at;
    while (end < at + TOO_FAR && isBlank(markdown[end])) end++;
    if (end - start > TOO_FAR) return true;
  }
  return false;
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

/** The format of a file, by the extension of its path. */
export function markdownFormat(path: string): MarkdownFormat {
  return /\.mdx$/i.test(path) ? "mdx" : "markdown";
}

/**
 * Parses CommonMark with GitHub's additions, footnotes and wiki links. A text that is nested too deeply
 * becomes plain paragraphs, as does one with a paragraph that is too long, for which `givenUp` gives the reason.
 */
export function parseDocument(source: string, format: MarkdownFormat = "markdown"): Document {
  const markdown = format === "mdx" ? withoutMdx(source) : source;
  if (isSetInFar(markdown) && NESTED_TOO_DEEPLY.test(markdown)) return tooDeep(markdown);
  try {
    const document = parsed(markdown, format, source);
    return isDeeperThan(BOUNDS.depth.most, document) ? tooDeep(markdown) : document;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // A regular expression also runs out of stack on a single paragraph of megabytes.
    return isLong(markdown) ? plainDocument(markdown, TOO_LONG) : tooDeep(markdown);
  }
}

/** Parses the text; the lines beyond the limit become one paragraph. `written` is the text before MDX was taken out of it. */
function parsed(markdown: string, format: MarkdownFormat, written: string): Document {
  const end = endOfLines(markdown, BOUNDS.lines.most);
  const source = markdown.slice(0, end);
  const lexer = new EssayLexer(optionsFor(source));
  const limits = limitsOf(lexer);
  const tokens: readonly Token[] = isHtmlDocument(source)
    ? [{ type: "html", raw: source, text: source, block: true, pre: false }]
    : lexer.lex(source);
  if (end < markdown.length) limits.pass("lines");
  const tree = referring(
    convert(tokens, { limits, format, texts: namedTextsOf(lexer).texts }),
    source,
    lexer,
  );
  const whole = written === markdown ? Excerpt.whole(source) : Excerpt.ofLines(source, written);
  const origins = formulaOrigins(tokens, whole, lexer.runs);
  const document = origins.length > 0 ? { ...tree, origins } : tree;
  const rest = visible(markdown.slice(end))
    .split(/\s+/)
    .filter((word) => word !== "")
    .join(" ");
  if (rest === "") return document;
  const paragraph: Block = { type: "paragraph", line: BOUNDS.lines.most + 1, children: [text(rest)] };
  return { ...document, blocks: [...document.blocks, paragraph] };
}

/** Elements and tags that explain words. */
const EXPLAINING = /<abbr|(?:<|\{[{%<]{1,2}\s{0,9})(?:abbr|acronym|gloss|hover|popover|term|tooltip)/i;

/** The document with its abbreviations and examples resolved, if it has any. */
function referring(document: Document, source: string, lexer: EssayLexer): Document {
  const names = {
    ...namedTextsOf(lexer),
    references: crossReferencesIn(source),
    headings: namedHeadingsIn(source),
  };
  const { abbreviations, examples, texts, references, headings } = names;
  const isNaming = [abbreviations, examples, texts, references, headings].some(({ size }) => size > 0);
  return isNaming || EXPLAINING.test(source) || mayRefer(source)
    ? withReferences(document, names, limitsOf(lexer))
    : document;
}

/** The offset after `most` lines, or the end of the text. */
function endOfLines(markdown: string, most: number): number {
  let end = 0;
  if (markdown.length > most)
    for (let line = 0; line < most; line++) {
      end = markdown.indexOf("\n", end) + 1;
      if (end === 0) break;
    }
  return end === 0 ? markdown.length : end;
}

/** The text of a document with too many levels. */
function tooDeep(source: string): Document {
  return { ...plainDocument(source), passed: ["depth"] };
}

const TOO_LONG = "a paragraph is too long";
/** The longest line for which nesting is given as the reason, in UTF-16 code units. */
const LONG = 1_000_000;

function isLong(markdown: string): boolean {
  return markdown.split("\n").some((line) => line.length > LONG);
}

/** Text as plain paragraphs, separated at blank lines, with the reason `givenUp` if no other part gives it. */
export function plainDocument(source: string, givenUp?: string): Document {
  const blocks = source
    .split(/\n[ \t]*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph): Block => ({ type: "paragraph", children: [text(visible(paragraph).trim())] }));
  return { blocks, notes: [], ...(givenUp !== undefined && { givenUp }) };
}
