/**
 * Hugo's shortcodes (`{{< youtube id >}}`, `{{% note %}}`) and Liquid's tags (`{% include x %}`, `{{ page.title }}`):
 * what a generator would fill in is shown as it was written, and its quotes and brackets are no markup.
 */
import type { MarkedExtension, Tokens } from "marked";

export interface Shortcode extends Tokens.Generic {
  type: "shortcode";
  text: string;
}

const SHORTCODE = /^(?:\{\{<[^]*?>\}\}|\{\{%[^]*?%\}\}|\{%[^]*?%\}|\{\{[^{}]*\}\})/;
/** Longest shortcode that is looked for. */
const LONGEST = 4_000;

export const shortcodes: MarkedExtension = {
  extensions: [
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
