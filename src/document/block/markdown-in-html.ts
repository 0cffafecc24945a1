/**
 * Elements of HTML with the attribute `markdown`, as an extension of marked's lexer (kramdown, "HTML Blocks";
 * Python-Markdown, "Markdown in HTML"): the start tag is a block of HTML by itself, and the content is parsed.
 *
 *     <div class="x" markdown="1">
 *     Some *text*.
 *     </div>
 *
 * In kramdown, an option can give every element this attribute: `{::options parse_block_html="true" /}`.
 *
 * Such an element also ends a block of HTML that began above it, as a line with a picture does.
 */
import type { MarkedExtension, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { beginsWith } from "./block-rules.ts";

const OPENING = /^ {0,3}<[a-z][\w-]{0,30}(?=[\s>])[^<>\n]{0,500}>/i;
const SAYS_SO = /\smarkdown(?:=(?:["']?(?:1|block|span)["']?))?(?=[\s>])/i;

/** An option for the whole text (kramdown, "Options"). */
const OPTION = /^ {0,3}\{::options[^{}\n]{0,300}\bparse_block_html="?true/m;
/** The elements whose content is blocks; text in any other is not divided into blocks. */
const DIVIDED =
  /^ {0,3}<(?:address|article|aside|blockquote|center|details|div|fieldset|figure|footer|form|header|main|nav|section)[\s>]/i;
/** The lexers of texts with the option. */
const parsesAll = new WeakSet<object>();

/** Prepares a lexer for the option of a text. */
export function beginMarkdownInHtml(lexer: object, source: string): void {
  if (source.includes("{::options") && OPTION.test(source)) parsesAll.add(lexer);
}

/** The tag at the start of `src`, and the rest of its line if that is blank. */
function openingAt(src: string, lexer: object): string | undefined {
  const tag = OPENING.exec(src)?.[0];
  if (tag === undefined) return undefined;
  const isMarkdown =
    SAYS_SO.test(tag) || (parsesAll.has(lexer) && DIVIDED.test(tag) && !/\smarkdown="0/.test(tag));
  if (!isMarkdown) return undefined;
  return tag + (/^[ \t]*\n/.exec(src.slice(tag.length, tag.length + 100))?.[0] ?? "");
}

/** Elements whose content is never Markdown. */
const LITERAL = /^ {0,3}<(?:pre|script|style|textarea)[\s>]/i;

/** The HTML at the start of `src`, up to an element in the same block with the attribute `markdown`. */
function before(src: string, lexer: object): string | undefined {
  if (!/^ {0,3}<[a-z]/i.test(src.slice(0, 5)) || LITERAL.test(src.slice(0, 20))) return undefined;
  const end = aheadInParagraph(src, "<", (rest) => openingAt(rest, lexer) !== undefined);
  return end === undefined ? undefined : src.slice(0, end);
}

const mayBegin = beginsWith("<");

export const markdownInHtml: MarkedExtension = {
  extensions: [
    {
      name: "html",
      level: "block",
      start(src) {
        return aheadInParagraph(src, "<", (rest) => openingAt(rest, this.lexer) !== undefined);
      },
      tokenizer(src) {
        const raw = mayBegin(src) ? (openingAt(src, this.lexer) ?? before(src, this.lexer)) : undefined;
        if (raw === undefined) return undefined;
        return { type: "html", raw, text: raw, block: true, pre: false } satisfies Tokens.HTML;
      },
    },
  ],
};
