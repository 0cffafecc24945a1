/**
 * Code between a pair of highlight tags of Hugo's or Jekyll's, as an extension of marked's lexer. Other shortcodes are
 * inlines: see `inline/parse.ts`.
 */
import type { MarkedExtension, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";

/** Code between a pair of highlight tags, as Jekyll and Hugo have it; the tags are shown above and below. */
export interface HighlightBlock extends Tokens.Generic {
  type: "highlightBlock";
  open: string;
  language: string;
  text: string;
  close: string;
}

const HIGHLIGHT =
  /^ {0,3}((?:\{%-?|\{\{[<%])\s*highlight\s+["']?([\w+#-]+)[^\n]*?(?:%\}|[>%]\}\}))[ \t]*\n([^]*?)\n {0,3}((?:\{%-?|\{\{[<%])\s*(?:end|\/\s*)highlight\s*(?:-?%\}|[>%]\}\}))[ \t]*(?:\n|$)/;

const OPENING = /^ {0,3}\{[{%][<%-]?\s*highlight\s/;

export const shortcodes: MarkedExtension = {
  extensions: [
    {
      name: "highlightBlock",
      level: "block",
      start: (src) => aheadInParagraph(src, "{", OPENING),
      tokenizer(src): HighlightBlock | undefined {
        const match = HIGHLIGHT.exec(src);
        if (!match) return undefined;
        const [raw, open, language, text, close] = match as unknown as [
          string,
          string,
          string,
          string,
          string,
        ];
        return { type: "highlightBlock", raw, open, language, text, close };
      },
    },
  ],
};
