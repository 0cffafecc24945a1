/**
 * Where what is kept as it was written ends: HTML (CommonMark 6.6), and the shortcodes and tags of site generators.
 */
import { matchAt } from "./destination.ts";
import type { Reach } from "./reach.ts";

/** A generator's tag in an attribute may hold the attribute's own quotation marks: it is filled in before HTML is read. */
const TAG =
  /<(?:[a-z][a-z\d-]*(?:\s+[a-z:_][\w.:-]*(?:\s*=\s*(?:"(?:[^"{]|\{(?![{%])|\{[{%][^{}\n]*[}%]\})*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?|\/[a-z][a-z\d-]*\s*)>/iy;
const MATH = /^<math[\s>]/;
const SHORT_COMMENT = /<!---?>/y;
const DECLARATION = /<![a-z]/iy;

/** What opens without a tag, and what closes it. */
const PAIRS = [
  ["<!--", "-->"],
  ["<?", "?>"],
  ["<![CDATA[", "]]>"],
] as const;

/** The end of the tag, comment, declaration or instruction at `at`; undefined if there is none. */
export function endOfHtml(text: string, at: number, reach: Reach): number | undefined {
  const short = matchAt(SHORT_COMMENT, text, at) ?? matchAt(TAG, text, at);
  // MathML is not Markdown, up to its end: its annotation is TeX, whose backslashes are its own.
  if (short && MATH.test(short[0])) return endOf("</math>", at, reach) ?? at + short[0].length;
  if (short) return at + short[0].length;
  for (const [opener, closer] of PAIRS)
    if (text.startsWith(opener, at)) return endOf(closer, at + opener.length, reach);
  return matchAt(DECLARATION, text, at) ? endOf(">", at + 2, reach) : undefined;
}

/** Hugo's shortcodes, Liquid's tags, and names to be filled in. */
const SHORTCODES = [
  ["{{<", ">}}"],
  ["{{%", "%}}"],
  ["{%", "%}"],
  ["{{", "}}"],
] as const;

/** Longest shortcode, in UTF-16 code units: what is longer was never closed. */
const LONGEST = 4_000;

/** The end of the shortcode at `at`: `{{< x >}}`, `{{% x %}}`, `{% x %}`, `{{ x }}`; undefined if there is none. */
export function endOfShortcode(text: string, at: number, reach: Reach): number | undefined {
  for (const [opener, closer] of SHORTCODES) {
    const end = text.startsWith(opener, at) ? endOf(closer, at + opener.length, reach) : undefined;
    if (end === undefined || end - at > LONGEST) continue;
    const brace = opener === "{{" ? reach.closing("{", at + 2) : -1;
    // Braces within braces are no name.
    if (brace < 0 || brace > end) return end;
  }
  return undefined;
}

function endOf(closer: string, from: number, reach: Reach): number | undefined {
  const found = reach.closing(closer, from);
  return found < 0 ? undefined : found + closer.length;
}
