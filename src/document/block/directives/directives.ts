/**
 * Directives of MyST and of Sphinx's Markdown, as an extension of marked's lexer (mystmd.org, "Directives"),
 * and other syntax that only MyST has: names for the block below, comments, breaks between cells.
 *
 *     ```{figure} a.png        :::{note} A title       (a-name)=
 *     :alt: A tree             :class: dropdown        ## A heading
 *
 *     The caption.             Text.                   % A comment
 *     ```                      :::                     +++
 *
 * Each becomes the token of its meaning. An unknown name is the language of code, as in notebooks: `{r}`.
 */
import type { Lexer, MarkedExtension, Tokens } from "marked";
import { aheadInParagraph } from "../ahead.ts";
import { beginsWith } from "../block-rules.ts";
import { endOfColons } from "../callouts/colon-fence.ts";
import { type End, type Limits, limitsOf } from "../../limits.ts";
import { isDirective } from "./kinds.ts";
import { withoutOptions } from "./options.ts";
import { theoremChunkAt } from "./theorem-chunks.ts";
import { type Directive, directiveToken } from "./tokens.ts";

/** The characters that begin such a block. */
const SIGNS = "`~:";
const mayBegin = beginsWith(`${SIGNS}(%+{`);
const OPENING = /^ {0,3}(`{3,}|~{3,}|:{3,})[ \t]{0,9}\{([A-Za-z][\w:.+-]{0,40})\}[ \t]{0,9}([^\n]{0,1000})\n/;

export const directives: MarkedExtension = {
  extensions: [
    {
      name: "directive",
      level: "block",
      start(src) {
        const limits = limitsOf(this.lexer);
        return aheadInParagraph(src, SIGNS, (rest) => directiveAt(rest, limits) !== undefined);
      },
      tokenizer(src) {
        if (!mayBegin(src)) return undefined;
        const directive = directiveAt(src, limitsOf(this.lexer));
        return directive
          ? directiveToken(directive, this.lexer)
          : (labelAt(src) ?? unseenAt(src, this.lexer));
      },
    },
  ],
};

/** An admonition between fences (mdbook-admonish; Obsidian's plugin "Admonition"): its kind, and its title with or without quotation marks. */
const ADMONITION =
  /^ {0,3}(`{3,}|~{3,})[ \t]{0,9}(?:admonish(?:[ \t]{1,9}([a-z]{1,20}))?|ad-([a-z-]{1,30}))(?![\w-])([^\n]{0,500})\n/;
const TITLE = /\btitle[=:][ \t]{0,9}(?:"([^"\n]{0,300})"|'([^'\n]{0,300})'|([^"'\n][^\n]{0,300}))/;

function admonitionAt(src: string, limits: Limits): Directive | undefined {
  const [opening, fence = "", kind, own = kind, rest = ""] = ADMONITION.exec(src) ?? [];
  const end = opening === undefined ? undefined : endOfFence(src, opening.length, fence, limits);
  if (opening === undefined || !end) return undefined;
  const content = src.slice(opening.length, end.start);
  const [lines = ""] = /^(?:(?:title|collapse|icon|color): ?[^\n]{0,300}\n){1,9}/.exec(content) ?? [];
  const [, double, single, bare] = TITLE.exec(rest) ?? TITLE.exec(lines) ?? [];
  return {
    raw: src.slice(0, end.end),
    name: "admonition",
    argument: double ?? single ?? bare?.trim() ?? "",
    options: new Map([["kind", own ?? "note"]]),
    body: content.slice(lines.length),
  };
}

/** A theorem in a chunk of code, as bookdown wrote them before version 0.21. */
function chunkAt(src: string, limits: Limits): Directive | undefined {
  const chunk = theoremChunkAt(src);
  const end = chunk && endOfFence(src, chunk.opening.length, chunk.fence, limits);
  if (!end) return undefined;
  const { opening, name, argument, options } = chunk;
  return { raw: src.slice(0, end.end), name, argument, options, body: src.slice(opening.length, end.start) };
}

function directiveAt(src: string, limits: Limits): Directive | undefined {
  const [opening, fence = "", name = "", argument = ""] = OPENING.exec(src) ?? [];
  if (opening === undefined) return admonitionAt(src, limits) ?? chunkAt(src, limits);
  const end = fence.startsWith(":")
    ? endOfColons(src, opening.length, fence.length, limits)
    : endOfFence(src, opening.length, fence, limits);
  if (!end) return undefined;
  const content = src.slice(opening.length, end.start);
  return { raw: src.slice(0, end.end), name, argument: argument.trim(), ...withoutOptions(content) };
}

/** The start and the end of the fence that closes a directive: at least as many signs, and nothing else. */
function endOfFence(src: string, from: number, fence: string, limits: Limits): End | undefined {
  const closing = String.raw`^ {0,3}${fence[0]}{${fence.length},}[ \t]*(?:\n|$)`;
  return limits.endIn(src, from, new RegExp(closing, "gm"));
}

const LABEL = /^\(([\w:.@/ -]{1,200})\)=[ \t]{0,9}(?:\n|$)/;
/** A comment, or a break between two cells of a notebook. */
const UNSEEN =
  /^(?:(?:%(?:[ \t][^\n]{0,1000})?(?:\n|$)){1,99}|\+\+\+[ \t]{0,9}(?:\{[^\n]{0,500}\}[ \t]{0,9})?(?:\n|$))/;
/** Attributes of the paragraph below them (mystmd.org, "Attributes"). */
const ATTRIBUTES = /^\{(?=[#.])(?:[^{}\n#]{0,200}#([\w-]{1,100}))?[^{}\n]{0,200}\}[ \t]{0,9}\n(?=\S)/;

/** The name of the block below. */
function labelAt(src: string): Tokens.Generic | undefined {
  const [raw, anchor] = LABEL.exec(src) ?? [];
  return raw === undefined ? undefined : { type: "label", raw, anchor };
}

/** Lines that are hidden only in a text with directives or roles. */
function unseenAt(src: string, lexer: Lexer): Tokens.Generic | undefined {
  if (!written.has(lexer)) return undefined;
  const [raw, anchor] = ATTRIBUTES.exec(src) ?? UNSEEN.exec(src) ?? [];
  return raw === undefined ? undefined : { type: "label", raw, ...(anchor !== undefined && { anchor }) };
}

/** The lexers of texts with directives or roles. */
const written = new WeakSet<object>();
/** A name in braces behind a fence. V8 looks for the brace first, which few lines have. */
const NAMED = /\{(?<=^[ \t>]{0,9}(?:`{3,9}|~{3,9}|:{3,9})[ \t]{0,9}\{)([A-Za-z][\w:.+-]{0,40})\}/gm;
const ROLE = /\{(?:ref|numref|doc|eq|term|cite(?::[a-z]{1,9})?|math|sub|sup|kbd|abbr|py:[a-z]{1,9})\}`/;

/** Prepares a lexer for the directives of a text. */
export function beginDirectives(lexer: object, source: string): void {
  if (!source.includes("{")) return;
  const isNamed = Array.from(source.matchAll(NAMED)).some(([, name]) => isDirective(name!));
  if (isNamed || ROLE.test(source)) written.add(lexer);
}
