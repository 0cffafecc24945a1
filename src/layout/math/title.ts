/**
 * Formulas in titles, which the shelf shows before the parser is loaded: short and simple ones, on one line.
 *
 *     On $\zeta(s)$ and $\mathbb{R}^n$     On ζ(s) and ℝⁿ
 *
 * Other formulas, such as those with an unknown command, keep their TeX.
 */
import { label } from "../../text/visible.ts";
import { inFont } from "./alphabets.ts";
import { lowered, raised } from "./raised.ts";
import { symbolOf } from "./symbols.ts";

/** The label of a title, with its formulas set. */
export function titleLabel(title: string): string {
  return title.includes("$") || title.includes("\\(") ? withFormulas(label(title)) : label(title);
}

/** A formula in a title: short, no blank inside its dollars, no letter or digit after it. */
const FORMULA = /\$([^\s$](?:[^$\n]{0,200}[^\s$])?)\$(?![\p{L}\p{N}])|\\\(([^\n]{1,200}?)\\\)/gu;

function withFormulas(title: string): string {
  return title.replace(FORMULA, (written, dollars?: string, brackets?: string) => {
    const tex = dollars ?? brackets ?? "";
    return isTex(tex) ? (texText(tex) ?? written) : written;
  });
}

/** A formula on one line; undefined if it contains anything that titles do not show. */
export function texText(tex: string): string | undefined {
  return new TitleTex(tex.trim()).text();
}

/** Whether it is a formula, and not an amount of money or the name of a variable. */
function isTex(tex: string): boolean {
  return /[\\^_={}<>]/.test(tex) || !/\p{L}{2}/u.test(tex);
}

const FONTS: Readonly<Record<string, string>> = {
  "\\mathbb": "mathbb",
  "\\mathcal": "mathcal",
  "\\mathscr": "mathscr",
  "\\mathfrak": "mathfrak",
  "\\mathbf": "mathbf",
  "\\boldsymbol": "boldsymbol",
  "\\mathsf": "mathsf",
  "\\mathtt": "mathtt",
};
const WORDS: ReadonlySet<string> = new Set([
  "\\text",
  "\\textbf",
  "\\textit",
  "\\textrm",
  "\\mathrm",
  "\\mathit",
  "\\operatorname",
]);
const NAMES: ReadonlySet<string> = new Set(
  "\\sin \\cos \\tan \\log \\ln \\exp \\lim \\max \\min \\sup \\inf \\det \\dim \\ker \\deg \\gcd \\arg \\Pr \\hom".split(
    " ",
  ),
);
/** Signs that the parser of TeX makes of others. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["\\ne", "≠"],
  ["\\neq", "≠"],
  ["\\notin", "∉"],
  ["\\iff", "⟺"],
  ["\\implies", "⟹"],
]);
const SPACES: ReadonlySet<string> = new Set(["\\,", "\\;", "\\:", "\\ ", "~", "\\quad"]);
/** Relations and operators, with a blank on each side. */
const SPACED = /^[=<>≤≥≠≈∼≡≅∈∉⊂⊆→⟶↦⇒⟹⟺+−±×∪∩∧∨⊕⊗⊢⊨]$/;
const TOKENS = /\\[A-Za-z]+\s*|\\.|\s+|./gsu;

/** Thrown at TeX that titles do not show. */
const UNKNOWN = new Error("not shown in a title");

/** A reader of one formula, from left to right. */
class TitleTex {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tex: string) {
    this.#tokens = (tex.match(TOKENS) ?? []).map((token) => token.trimEnd()).filter((token) => token !== "");
  }

  /** The formula's text; undefined if it contains anything else. */
  text(): string | undefined {
    try {
      const text = this.#until(undefined);
      return text.replace(/ {2,}/g, " ").trim();
    } catch (error) {
      if (error === UNKNOWN) return undefined;
      throw error;
    }
  }

  #until(closer: string | undefined): string {
    let text = "";
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at++]!;
      if (token === closer) return text;
      text += this.#part(token, text);
    }
    if (closer !== undefined) throw UNKNOWN;
    return text;
  }

  #argument(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw UNKNOWN;
    return token === "{" ? this.#until("}") : this.#part(token, "");
  }

  /** A fraction, in brackets beside a factor, a slash or a script, as on the page. */
  #quotient(before: string): string {
    const quotient = `${bracketed(this.#argument())}/${bracketed(this.#argument())}`;
    const next = this.#tokens[this.#at] ?? "";
    const isBeside = /[\p{L}\p{N})/]$/u.test(before) || /^[\p{L}\p{N}(/^_!']/u.test(symbolOf(next));
    return isBeside ? `(${quotient})` : quotient;
  }

  #part(token: string, before: string): string {
    if (token === "{") return this.#until("}");
    if (token === "^") return script(this.#argument(), raised, "^");
    if (token === "_") return script(this.#argument(), lowered, "_");
    if (SPACES.has(token)) return " ";
    const font = FONTS[token];
    if (font !== undefined) return inFont(this.#argument(), font);
    if (WORDS.has(token)) return this.#argument();
    if (token === "\\frac") return this.#quotient(before);
    if (token === "\\sqrt") return rootOf(this.#argument());
    if (NAMES.has(token)) return `${/[\p{L}\p{N})]$/u.test(before) ? " " : ""}${token.slice(1)} `;
    const sign = SIGNS.get(token) ?? symbolOf(token);
    const isUnknown = /^\\[A-Za-z]/.test(token) && sign === token.slice(1);
    if (isUnknown || token === "}" || token === "&") throw UNKNOWN;
    const isOperator = SPACED.test(sign) && /[^\s(=]\s*$/.test(before);
    return isOperator ? ` ${sign} ` : sign === "," ? ", " : sign;
  }
}

function script(text: string, small: (text: string) => string | undefined, sign: string): string {
  const bare = text.replaceAll(" ", "");
  return small(bare) ?? (bare.length === 1 ? sign + bare : `${sign}(${bare})`);
}

function rootOf(text: string): string {
  return Array.from(text).length === 1 || /^\d+$/.test(text) ? `√${text}` : `√(${text})`;
}

function bracketed(text: string): string {
  if (text.trim() === "") return "( )";
  return /^[\p{L}\p{N}]*$/u.test(text) ? text : `(${text})`;
}
