/**
 * Formulas between a generator's tags within a line: `{{< math >}}x^2{{< /math >}}`,
 * `{% katex %}x^2{% endkatex %}`. The text between them is TeX.
 */
import { matchAt } from "../inline/destination.ts";
import type { Reach } from "../inline/reach.ts";
import type { InlineToken } from "../inline/tokens.ts";

const FORMULA = /\{(?:\{[<%]|%-?)\s{0,9}(katex|latex|math|mathjax|m)\b[^{}\n]{0,200}\}/iy;

/** The formula between two tags within a line, and where the second one ends; `from` is the end of the first. */
export function formulaAt(
  text: string,
  at: number,
  from: number,
  reach: Reach,
): { readonly token: InlineToken; readonly end: number } | undefined {
  const name = matchAt(FORMULA, text, at)?.[1];
  if (name === undefined) return undefined;
  const isLiquid = text[at + 1] === "%";
  const closer = isLiquid ? "{%" : text.slice(at, at + 3);
  const start = reach.closing(closer, from);
  if (start < 0 || text.slice(from, start).trim() === "") return undefined;
  const closing = isLiquid ? LIQUID_END : SHORTCODE_END;
  const match = matchAt(closing, text, start);
  return match?.[1]?.toLowerCase() === name.toLowerCase()
    ? { token: tokenOf(text.slice(from, start).trim()), end: start + match[0].length }
    : undefined;
}

function tokenOf(written: string): InlineToken {
  return { type: "math", text: withoutAnyDelimiters(written), raw: written };
}

/** Jekyll's theme "Tufte" ends `m` with `em`. */
const LIQUID_END = /\{%-?\s{0,9}e(?:nd)?(m|(?<=nd)[a-z]{1,9})\s{0,9}-?%\}/iy;
const SHORTCODE_END = /\{\{[<%]\s{0,9}\/\s{0,9}([a-z]{1,9})\s{0,9}[>%]\}\}/iy;

/** A theme's displayed formula may have dollars or brackets around it. */
export function withoutDelimiters(tex: string): string {
  return withinSigns(DISPLAYED, tex);
}

/** As `withoutDelimiters`, for a formula within a line, which may also be in single dollars or parentheses. */
function withoutAnyDelimiters(tex: string): string {
  return withinSigns(INLINE, withinSigns(DISPLAYED, tex));
}

const DISPLAYED = /^\$\$([^$]*)\$\$$|^\\\[([^]*)\\\]$/;
const INLINE = /^\$([^$]+)\$$|^\\\(([^]*)\\\)$/;

function withinSigns(signs: RegExp, tex: string): string {
  const [, ...found] = signs.exec(tex) ?? [];
  return found.find((one) => one !== undefined)?.trim() ?? tex;
}
