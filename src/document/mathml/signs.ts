/**
 * Signs of MathML and their equivalents in TeX.
 */
import { tableOf } from "../../text/own.ts";

/** A sign, escaped for a formula; invisible operators are removed. */
export function escapedSign(sign: string): string {
  return sign.replace(/[\u2061-\u2064]/g, "").replace(/[{}%&#$_\\^~]/g, (own) => SIGNS[own] ?? `\\${own}`);
}

const SIGNS = tableOf<string>({
  "\\": "\\backslash ",
  "^": "\\text{\\textasciicircum}",
  "~": "\\sim ",
});

/** Text, escaped for `\\text`. */
export function escapedText(text: string): string {
  return text.replace(/[{}%&#$_\\^~]/g, (own) => TEXT_SIGNS[own] ?? `\\${own}`);
}

const TEXT_SIGNS = tableOf<string>({
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
});

/** Operators with limits above and below. */
export const LARGE = /^[∑∏∐⋃⋂⨁⨂⨀⨄⨆⋁⋀∫∬∭∮]$/;
export const NAMES_WITH_LIMITS: ReadonlySet<string> = new Set(
  "lim max min sup inf limsup liminf det gcd Pr".split(" "),
);

/** Commands by `mathvariant`. */
export const VARIANTS = tableOf<string>({
  bold: "\\mathbf",
  "bold-italic": "\\boldsymbol",
  "double-struck": "\\mathbb",
  script: "\\mathcal",
  "bold-script": "\\mathcal",
  fraktur: "\\mathfrak",
  "bold-fraktur": "\\mathfrak",
  "sans-serif": "\\mathsf",
  "bold-sans-serif": "\\mathsf",
  monospace: "\\mathtt",
  normal: "\\mathrm",
});

interface Accent {
  readonly short: string;
  readonly long: string;
}

const accents = (signs: string, short: string, long = short): (readonly [string, Accent])[] =>
  signs.split(" ").map((sign) => [sign, { short: `\\${short}`, long: `\\${long}` }]);

/** Commands for signs above and below, for one letter and for more. */
export const ACCENTS: {
  readonly over: ReadonlyMap<string, Accent>;
  readonly under: ReadonlyMap<string, string>;
} = {
  over: new Map([
    ...accents("\\text{\\textasciicircum} ˆ \u0302", "hat", "widehat"),
    ...accents("\\sim ˜ \u0303 ∼", "tilde", "widetilde"),
    ...accents("¯ ‾ ― \u0304 \u0305 \\_ −", "bar", "overline"),
    ...accents("→ ⃗ ⟶ \u20d7", "vec", "overrightarrow"),
    ...accents("← \u20d6", "overleftarrow"),
    ...accents("↔", "overleftrightarrow"),
    ...accents(". ˙ \u0307", "dot"),
    ...accents("¨ .. \u0308", "ddot"),
    ...accents("ˇ \u030c", "check"),
    ...accents("˘ \u0306", "breve"),
    ...accents("´ \u0301", "acute"),
    ...accents("` \u0300", "grave"),
    ...accents("⏞ ︷", "overbrace"),
    ...accents("⎴", "overbracket"),
  ]),
  under: new Map([
    ...["\\_", "‾", "¯", "\u0332", "―", "−"].map((sign) => [sign, "\\underline"] as const),
    ["⏟", "\\underbrace"],
    ["︸", "\\underbrace"],
    ["→", "\\underrightarrow"],
    ["⎵", "\\underbracket"],
  ]),
};

/** Opening brackets and their closing ones, in TeX. */
export const FENCES: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["\\{", "\\}"],
  ["|", "|"],
  ["‖", "‖"],
  ["⟨", "⟩"],
  ["⌊", "⌋"],
  ["⌈", "⌉"],
]);

/** TeX by `notation`, with `#` for what is enclosed. */
export const ENCLOSURES = tableOf<string>({
  actuarial: "\\left. # \\right\\rceil",
  bottom: "\\underline{#}",
  box: "\\boxed{#}",
  circle: "\\boxed{#}",
  downdiagonalstrike: "\\bcancel{#}",
  horizontalstrike: "\\sout{#}",
  left: "\\left| # \\right.",
  longdiv: "\\overline{) #}",
  radical: "\\sqrt{#}",
  right: "\\left. # \\right|",
  roundedbox: "\\boxed{#}",
  top: "\\overline{#}",
  updiagonalstrike: "\\cancel{#}",
});
