/**
 * Chemical formulas in the notation of mhchem, converted to TeX: `2H2 + O2 -> 2H2O`, `CO3^2-`, `Na+ (aq)`.
 *
 * Letters are upright. A number after a letter or a bracket is a subscript, any other number a factor. A sign right after a letter is a
 * charge. Hyphens with angle brackets are arrows. Commands, and text between dollars, are TeX already.
 */
import { tableOf } from "../../text/own.ts";

const ARROWS: readonly (readonly [written: string, command: string])[] = [
  ["<=>>", "\\rightleftharpoons"],
  ["<<=>", "\\rightleftharpoons"],
  ["<=>", "\\rightleftharpoons"],
  ["<-->", "\\rightleftarrows"],
  ["<->", "\\longleftrightarrow"],
  ["->", "\\longrightarrow"],
  ["<-", "\\longleftarrow"],
];
/** The commands for arrows with a label. */
const LABELLED = tableOf<string>({
  "\\rightleftharpoons": "\\xrightleftharpoons",
  "\\rightleftarrows": "\\xtofrom",
  "\\longleftrightarrow": "\\xleftrightarrow",
  "\\longrightarrow": "\\xrightarrow",
  "\\longleftarrow": "\\xleftarrow",
});

const LETTERS = /[A-Za-z]+/y;
const NUMBER = /\d+(?:[./]\d+)?/y;
const CHARGE = /\^(?:\{([^{}]*)\}|(\d*[+-]?))/y;
const LOWERED = /_(?:\{([^{}]*)\}|(\w))/y;
const SIGN = /[+-](?=$|[\s)\]^])/y;
const COMMAND = /\\(?:[A-Za-z]+|.)(?:\{[^{}]*\})*/y;
const TEX = /\$([^$]*)\$/y;
const LABEL = /\[([^[\]]*)\]/y;

/** A character that may have a charge or a subscript. */
const CARRIES = /[A-Za-z)\]}]$/;

export function chemistryTex(source: string): string {
  const parts: string[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at += match[0].length;
    return match;
  };
  while (at < source.length) {
    const before = source[at - 1] ?? " ";
    const arrow = ARROWS.find(([written]) => source.startsWith(written, at));
    if (arrow) {
      at += arrow[0].length;
      const [over, under] = [take(LABEL)?.[1], take(LABEL)?.[1]];
      parts.push(over === undefined ? `${arrow[1]} ` : labelled(arrow[1], over, under));
      continue;
    }
    const tex = take(TEX) ?? take(COMMAND);
    const letters = tex ? null : take(LETTERS);
    const number = tex || letters ? null : take(NUMBER);
    if (tex) parts.push(`{${tex[1] ?? tex[0]}}`);
    else if (letters)
      parts.push(letters[0] === "v" && before === " " ? "{\\downarrow}" : upright(letters[0]));
    else if (number) parts.push(CARRIES.test(before) ? `_{${number[0]}}` : `${number[0]}\\,`);
    else parts.push(signAt(before, take, () => source[at++]!));
  }
  return parts.join("");
}

/** Letters without a blank before or after them, which a word would have: H₂SO₄ is one formula. */
function upright(letters: string): string {
  return letters.replace(/[A-Za-z]/g, "\\mathrm{$&}");
}

/** A charge, a subscript, or a sign between terms. */
function signAt(
  before: string,
  take: (pattern: RegExp) => RegExpExecArray | null,
  next: () => string,
): string {
  const charge = take(CHARGE);
  if (charge) {
    const raised = charge[1] ?? charge[2] ?? "";
    return raised === "" ? "{\\uparrow}" : `^{${raised}}`;
  }
  const lowered = take(LOWERED);
  if (lowered) return `_{${lowered[1] ?? lowered[2]}}`;
  const sign = /[A-Za-z\d)\]]/.test(before) ? take(SIGN) : null;
  if (sign) return `^{${sign[0]}}`;
  const own = next();
  if (own === "#") return "{\\equiv}";
  if (own === "*" || own === ".") return "\\cdot ";
  if (own === "=" || own === "-") return `{${own}}`;
  return /[{}%&_~]/.test(own) ? "" : own === " " ? "\\," : own;
}

function labelled(arrow: string, over: string, under: string | undefined): string {
  const below = under === undefined ? "" : `[{${chemistryTex(under)}}]`;
  return `${LABELLED[arrow] ?? "\\xrightarrow"}${below}{${chemistryTex(over)}}`;
}
