/**
 * Code between a pair of highlight tags of Hugo's or Jekyll's, and their comments, as extensions of marked's lexer. Other shortcodes are
 * inlines: see `inline/parse.ts`.
 */
import type { MarkedExtension, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { type Limits, limitsOf } from "./limits.ts";

/** Code between a pair of highlight tags, as Jekyll and Hugo have it. */
export interface HighlightBlock extends Tokens.Generic {
  type: "highlightBlock";
  language: string;
  text: string;
}

const OPENING = /^ {0,3}(?:\{%-?|\{\{[<%])\s*highlight\s+["']?([\w+#-]+)/;
const OPENING_END = /(?:%\}|[>%]\}\})$/;
const CLOSING = /\n {0,3}(?:\{%-?|\{\{[<%])\s*(?:end|\/\s*)highlight\s*(?:-?%\}|[>%]\}\})[ \t]*(?:\n|$)/g;

/** The code between tags at the start of `src`, if both are there. */
function highlightAt(src: string, limits: Limits): HighlightBlock | undefined {
  const language = OPENING.exec(src)?.[1];
  if (language === undefined || !limits.isPatient) return undefined;
  const opening = src.slice(0, src.indexOf("\n") + 1);
  const open = opening.trim();
  if (!OPENING_END.test(open)) return undefined;
  const closing = new RegExp(CLOSING);
  closing.lastIndex = opening.length - 1;
  const match = closing.exec(src);
  if (!match) {
    limits.soughtInVain(src.length);
    return undefined;
  }
  return {
    type: "highlightBlock",
    raw: src.slice(0, closing.lastIndex),
    language,
    text: src.slice(opening.length, Math.max(opening.length, match.index)),
  };
}

/** A comment of Liquid's or kramdown's, which no reader of the site sees, on lines of its own. */
const COMMENT = /^ {0,3}(?:\{%-?\s{0,9}comment\s{0,9}-?%\}|\{::comment\})/;
const COMMENT_END = /(?:\{%-?\s{0,9}endcomment\s{0,9}-?%\}|\{:\/(?:comment)?\})[ \t]*(?:\n|$)/g;

/** The comment at the start of `src`, if it is closed. */
function commentAt(src: string, limits: Limits): { type: string; raw: string } | undefined {
  if (!COMMENT.test(src) || !limits.isPatient) return undefined;
  const closing = new RegExp(COMMENT_END);
  if (closing.test(src)) return { type: "generatorComment", raw: src.slice(0, closing.lastIndex) };
  limits.soughtInVain(src.length);
  return undefined;
}

export const shortcodes: MarkedExtension = {
  extensions: [
    {
      name: "generatorComment",
      level: "block",
      start(src) {
        const limits = limitsOf(this.lexer);
        return aheadInParagraph(src, "{", (rest) => commentAt(rest, limits) !== undefined);
      },
      tokenizer(src) {
        return commentAt(src, limitsOf(this.lexer));
      },
    },
    {
      name: "highlightBlock",
      level: "block",
      start(src) {
        const limits = limitsOf(this.lexer);
        return aheadInParagraph(src, "{", (rest) => highlightAt(rest, limits) !== undefined);
      },
      tokenizer(src) {
        return highlightAt(src, limitsOf(this.lexer));
      },
    },
  ],
};
