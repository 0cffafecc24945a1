/**
 * The spoken words for mathematical signs.
 */

import { GREEK_NAMES } from "../../text/greek.ts";
import { tableOf } from "../../text/own.ts";

/** Thrown at a part of a formula that is not read aloud. */
export const UNSPOKEN = new Error("not read aloud");

/** Words for signs. */
const SIGNS = tableOf<string>({
  "+": "plus",
  "−": "minus",
  "±": "plus or minus",
  "·": "times",
  "×": "times",
  "*": "star",
  "∗": "star",
  "÷": "divided by",
  "/": "over",
  "=": "equals",
  "≠": "is not equal to",
  "≈": "is about",
  "≡": "is equivalent to",
  "≅": "is isomorphic to",
  "<": "is less than",
  ">": "is greater than",
  "≤": "is at most",
  "⩽": "is at most",
  "≥": "is at least",
  "⩾": "is at least",
  "≪": "is much less than",
  "≫": "is much greater than",
  "∝": "is proportional to",
  "∈": "in",
  "∉": "not in",
  "⊂": "is a subset of",
  "⊆": "is a subset of or equal to",
  "∪": "union",
  "∩": "intersection",
  "∅": "the empty set",
  "∖": "without",
  "∀": "for all",
  "∃": "there is",
  "¬": "not",
  "∧": "and",
  "∨": "or",
  "⟹": "implies",
  "⇒": "implies",
  "⟺": "if and only if",
  "⇔": "if and only if",
  "→": "to",
  "⟶": "to",
  "↦": "maps to",
  "∞": "infinity",
  "∂": "partial",
  "∇": "nabla",
  "…": "and so on",
  "⋯": "and so on",
  "°": "degrees",
  "%": "percent",
  "!": "factorial",
  "|": "given",
  "∣": "given",
  "∤": "does not divide",
  "∥": "is parallel to",
  "∼": "is distributed as",
  "≔": "is defined as",
  "≜": "is defined as",
  "⊥": "is perpendicular to",
  "′": "prime",
  "←": "from",
  "⊢": "proves",
  "⊨": "models",
  ":": ",",
  ",": ",",
  "∘": "after",
  "⊕": "circled plus",
  "⊗": "tensor",
  ℜ: "the real part of",
  ℑ: "the imaginary part of",
  ℏ: "h-bar",
  ℓ: "l",
  ℵ: "aleph",
  ℶ: "beth",
});

/** Words for operators, by command. */
export const OPERATORS = tableOf<string>({
  "\\sum": "the sum",
  "\\prod": "the product",
  "\\int": "the integral",
  "\\oint": "the contour integral",
  "\\bigcup": "the union",
  "\\bigcap": "the intersection",
  "\\coprod": "the coproduct",
  "\\bigoplus": "the direct sum",
  "\\bigotimes": "the tensor product",
  "\\iint": "the double integral",
  "\\iiint": "the triple integral",
  "\\lim": "the limit",
  "\\max": "the maximum",
  "\\min": "the minimum",
  "\\sup": "the supremum",
  "\\inf": "the infimum",
  "\\sin": "sine",
  "\\cos": "cosine",
  "\\tan": "tangent",
  "\\log": "log",
  "\\ln": "natural log",
  "\\exp": "exp",
});

/** Words for accents, by command. */
export const ACCENTS = tableOf<string>({
  "\\hat": "hat",
  "\\widehat": "hat",
  "\\bar": "bar",
  "\\overline": "bar",
  "\\vec": "vector",
  "\\tilde": "tilde",
  "\\dot": "dot",
  "\\ddot": "double dot",
});

/** The words for a sign: the letter itself, empty for a bracket, undefined for an unknown sign. */
export function signInWords(sign: string): string | undefined {
  if (/^[[\]{}⟨⟩)]$/.test(sign)) return "";
  return SIGNS[sign] ?? GREEK_NAMES.get(sign) ?? (/^[\p{L}\p{N}]$/u.test(sign) ? sign : undefined);
}

/** The words before the content of brackets, by their kind. */
export const VALUES: Readonly<
  Record<"set" | "floor" | "ceiling" | "bra" | "ket" | "value" | "norm", string>
> = {
  set: "the set of",
  floor: "the floor of",
  ceiling: "the ceiling of",
  bra: "bra",
  ket: "ket",
  value: "the absolute value of",
  norm: "the norm of",
};

/** Superscripts with words of their own. */
export const POWERS: ReadonlyMap<string, string> = new Map([
  ["2", "squared"],
  ["3", "cubed"],
  ["∘", "degrees"],
  ["°", "degrees"],
  ["⊤", "transposed"],
  ["T", "transposed"],
  ["†", "dagger"],
  ["∗", "star"],
  ["*", "star"],
  ["+", "superscript plus"],
  ["−", "superscript minus"],
]);
/** Operators with a range, from one limit to another. */
export const RANGES: ReadonlySet<string> = new Set([
  "\\sum",
  "\\prod",
  "\\int",
  "\\oint",
  "\\bigcup",
  "\\bigcap",
  "\\coprod",
  "\\bigoplus",
  "\\bigotimes",
  "\\iint",
  "\\iiint",
]);

/** The words for the limits of an operator. */
export function rangeInWords(name: string, from: string | undefined, to: string | undefined): string {
  if (from === undefined) return "";
  if (to !== undefined) return `from ${from} to ${to}`;
  return name === "\\lim" ? `as ${from.replace(" to ", " approaches ")}` : `over ${from}`;
}
