/**
 * Code between a pair of highlight tags of Hugo's or Jekyll's, as an extension of marked's lexer. Other shortcodes are
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

export const shortcodes: MarkedExtension = {
  extensions: [
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
