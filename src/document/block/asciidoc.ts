/**
 * Blocks of AsciiDoc that stayed in Markdown, as an extension of marked's lexer (docs.asciidoctor.org, "Admonitions", "Source Code
 * Blocks", "Blockquotes", "Block Macros").
 *
 *     [NOTE]             [source,ruby]        [quote, A reader]        image::a.png[A tree]
 *     ====               ----                 ____
 *     Text.              puts 1               Words.
 *     ====               ----                 ____
 */
import type { Lexer, MarkedExtension, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { beginsWith } from "./block-rules.ts";
import { boxToken, code, type Directive, directiveToken, quotation } from "./directives/tokens.ts";
import { type End, type Limits, limitsOf } from "../limits.ts";

/** A line of attributes and the line of signs below it, which also ends the block. */
const FENCED =
  /^\[(?:(NOTE|TIP|IMPORTANT|WARNING|CAUTION)|(source|listing)(?:,[ \t]{0,9}([\w+#-]{1,30}))?[^\]\n]{0,200}|(quote|verse)(?:,[ \t]{0,9}([^\]\n]{0,200}))?)\][ \t]{0,9}\n(?:\.(\S[^\n]{0,200})\n)?(={4,20}|-{4,20}|_{4,20})[ \t]{0,9}\n/;
const MACRO = /^(image|video|audio|include)::([^\s[\]]{1,300})\[([^[\]\n]{0,300})\][ \t]{0,9}(?:\n|$)/;

const SIGNS = "[iva";
const mayBegin = beginsWith(SIGNS);

export const asciidoc: MarkedExtension = {
  extensions: [
    {
      name: "asciidoc",
      level: "block",
      start: (src) => aheadInParagraph(src, SIGNS, (rest) => FENCED.test(rest) || MACRO.test(rest)),
      tokenizer(src) {
        if (!mayBegin(src)) return undefined;
        return fencedAt(src, this.lexer) ?? macroAt(src, this.lexer);
      },
    },
  ],
};

function fencedAt(src: string, lexer: Lexer): Tokens.Generic | undefined {
  const [opening, kind, listing, language = "", , author = "", title = "", fence = ""] =
    FENCED.exec(src) ?? [];
  const end = opening === undefined ? undefined : endOfFence(src, opening.length, fence, limitsOf(lexer));
  if (opening === undefined || !end) return undefined;
  const raw = src.slice(0, end.end);
  const body = src.slice(opening.length, end.start);
  if (kind !== undefined) return boxToken(raw, kind, title, body, lexer);
  const options = new Map(title === "" ? [] : [["caption", title]]);
  if (listing !== undefined) return code({ raw, name: "code", argument: "", options, body }, language);
  return quotation(raw, author === "" ? body : `${body}\n\n— ${author}`, lexer);
}

/** The line that ends a block is the same as the one that opened it. */
function endOfFence(src: string, from: number, fence: string, limits: Limits): End | undefined {
  return limits.endIn(src, from, new RegExp(String.raw`^${fence}[ \t]{0,9}(?:\n|$)`, "gm"));
}

/** A picture, a player, or another file, alone in its line. */
function macroAt(src: string, lexer: Lexer): Tokens.Generic | undefined {
  const [raw, name = "", argument = "", attributes = ""] = MACRO.exec(src) ?? [];
  if (raw === undefined) return undefined;
  const [alt = ""] = attributes.split(",", 1);
  const options = new Map([["alt", alt.replace(/^"|"$/g, "")]]);
  const isPlayer = name === "video" || name === "audio";
  const directive: Directive = { raw, name, argument, options, body: isPlayer ? alt : "" };
  return directiveToken(directive, lexer);
}
