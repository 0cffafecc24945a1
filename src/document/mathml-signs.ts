/**
 * Signs of MathML and what TeX has for them.
 */

/** Characters that mean something else in a formula of TeX; invisible operators are none. */
export function escapedSign(sign: string): string {
  return sign.replace(/[\u2061-\u2064]/g, "").replace(/[{}%&#$_\\^~]/g, (own) => SIGNS[own] ?? `\\${own}`);
}

const SIGNS: Readonly<Record<string, string>> = {
  "\\": "\\backslash ",
  "^": "\\text{\\textasciicircum}",
  "~": "\\sim ",
};

/** Characters that mean something else in text of TeX. */
export function escapedText(text: string): string {
  return text.replace(/[{}%&#$_\\^~]/g, (own) => TEXT_SIGNS[own] ?? `\\${own}`);
}

const TEXT_SIGNS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};

/** Operators that have limits over and under them. */
export const LARGE = /^[∑∏∐⋃⋂⨁⨂⨀⨄⨆⋁⋀∫∬∭∮]$/;
export const NAMES_WITH_LIMITS: ReadonlySet<string> = new Set(
  "lim max min sup inf limsup liminf det gcd Pr".split(" "),
);

/** By `mathvariant`. */
export const VARIANTS: Readonly<Record<string, string>> = {
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
};

interface Accent {
  readonly short: string;
  readonly long: string;
}

const accents = (signs: string, short: string, long = short): (readonly [string, Accent])[] =>
  signs.split(" ").map((sign) => [sign, { short: `\\${short}`, long: `\\${long}` }]);

/** What a sign over or under something is, over one letter and over more. */
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

/** Brackets that open, and what closes them, as TeX writes them. */
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

/** By `notation`. */
export const ENCLOSURES: Readonly<Record<string, string>> = {
  box: "\\boxed",
  roundedbox: "\\boxed",
  circle: "\\boxed",
  updiagonalstrike: "\\cancel",
  downdiagonalstrike: "\\bcancel",
  horizontalstrike: "\\sout",
  top: "\\overline",
  bottom: "\\underline",
  radical: "\\sqrt",
};
