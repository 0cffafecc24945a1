/**
 * Hugo's shortcodes (`{{< youtube id >}}`, `{{% note %}}`) and Liquid's tags (`{% include x %}`, `{{ page.title }}`):
 * what a generator would fill in is shown as it was written, and its quotes and brackets are no markup.
 */
import type { MarkedExtension, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";

export interface Shortcode extends Tokens.Generic {
  type: "shortcode";
  text: string;
}

const SHORTCODE = /^(?:\{\{<[^]*?>\}\}|\{\{%[^]*?%\}\}|\{%[^]*?%\}|\{\{[^{}]*\}\})/;
/** Longest shortcode that is looked for. */
const LONGEST = 4_000;

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

const HIGHLIGHT_ON_NEXT_LINE = /\n {0,3}\{[{%][<%-]?\s*highlight\s/;

export const shortcodes: MarkedExtension = {
  extensions: [
    {
      name: "highlightBlock",
      level: "block",
      start: (src) => aheadInParagraph(src, HIGHLIGHT_ON_NEXT_LINE),
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
    {
      name: "shortcode",
      level: "inline",
      start(src) {
        const index = src.search(/\{[{%]|[\\<!`*~_[]/);
        return index >= 0 && src[index] === "{" ? index : undefined;
      },
      tokenizer(src): Shortcode | undefined {
        if (src[0] !== "{") return undefined;
        const match = SHORTCODE.exec(src.slice(0, LONGEST));
        return match ? { type: "shortcode", raw: match[0], text: match[0] } : undefined;
      },
    },
  ],
};
