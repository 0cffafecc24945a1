/**
 * Displayed mathematics, as an extension of marked's lexer: TeX between dollars or brackets on separate
 * lines, or in one of its environments.
 *
 *     $$                 \[ E = mc^2 \]            \begin{align}
 *     E = mc^2                                     a &= b \\
 *     $$                                           \end{align}
 */
import type { MarkedExtension, Tokens } from "marked";
import { decode } from "../../text/entities.ts";
import { aheadInParagraph } from "./ahead.ts";
import { beginsWith } from "./block-rules.ts";
import { holdsComment, isDisplayAlone, isTexAlone, isWithoutWords } from "../inline/looks-like-tex.ts";
import { type Limits, limitsOf } from "../limits.ts";

export interface MathToken extends Tokens.Generic {
  type: "math";
  text: string;
}

/** TeX's environments for displays (amsmath), and environments that authors use without one of these around them. */
const ENVIRONMENT =
  /^ {0,3}\\begin\{((?:align|alignat|aligned|array|[bpvBV]?matrix|cases|CD|displaymath|eqnarray|equation|flalign|gather|gathered|math|multline|prooftree|split|tikzcd|tikzpicture|xalignat)\*?)\}/;
/** Definitions of commands on separate lines, which are hidden. */
const DEFINITIONS =
  /^(?: {0,3}\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator|[gx]?def)\*?[^a-zA-Z\n][^\n]{2,1000}\}[ \t]{0,9}(?:%[^\n]{0,200})?(?:\n|$)){1,200}/;
const FENCE = /^ {0,3}(\$\$|\\{1,2}\[)/;
/** The text that may follow a display on its last line: a full stop, and a name for other programs or a number. */
const REST =
  /^[ \t]{0,9}[.,;:]?[ \t]{0,9}(?:\{#[\w:-]{1,100}[^{}\n]{0,100}\}|\([A-Za-z]\w{0,40}[-:][\w:-]{1,60}\)|\(((?:[A-Z]\.)?\d{1,4}(?:\.\d{1,4}){0,3}[a-z]?)\))?[ \t]{0,9}(?:\n|$)/;
/** The end of an environment that numbers its rows, before which a `\tag` belongs. */
const NUMBERED_END =
  /\\end\{(?:align|alignat|displaymath|eqnarray|equation|flalign|gather|math|multline|xalignat)\*?\}$/;
/** The length that is searched for what follows a display, in UTF-16 code units. */
const LONGEST_REST = 1_000;

/** The characters that begin such a block. */
const SIGNS = "$\\";
const mayBegin = beginsWith(SIGNS);

export const mathBlocks: MarkedExtension = {
  extensions: [
    {
      name: "math",
      level: "block",
      start(src) {
        const limits = limitsOf(this.lexer);
        const begins = (rest: string): boolean => mathAt(rest, limits) !== undefined;
        return aheadInParagraph(src, SIGNS, begins);
      },
      tokenizer(src) {
        return mayBegin(src) ? mathAt(src, limitsOf(this.lexer)) : undefined;
      },
    },
  ],
};

function mathAt(src: string, limits: Limits): MathToken | undefined {
  if (!/^ {0,3}[$\\]/.test(src)) return undefined;
  const [opening, fence] = FENCE.exec(src) ?? [];
  const [definitions] = DEFINITIONS.exec(src) ?? [];
  if (definitions !== undefined) return { type: "math", raw: definitions, text: definitions.trim() };
  if (fence !== undefined)
    return closed(src, opening!.length, fence === "$$" ? "$$" : fence.replace("[", "]"), limits);
  const [begin, name] = ENVIRONMENT.exec(src) ?? [];
  return begin === undefined ? undefined : closed(src, 0, `\\end{${name}}`, limits);
}

/**
 * The display from `from` to its closer, which an environment keeps as part of its TeX. One that is too long to be parsed is a display
 * nevertheless: it is shown as its source, and `check` reports it.
 */
function closed(src: string, from: number, closer: string, limits: Limits): MathToken | undefined {
  if (!limits.isPatient) return undefined;
  const at = src.indexOf(closer, from);
  const found = at < 0 ? undefined : displayIn(src, from, at, closer);
  if (found === undefined) limits.soughtInVain((at < 0 ? src.length : at) - from);
  return found;
}

/** The display between `from` and the closer at `at`; undefined if that is something else. */
function displayIn(src: string, from: number, at: number, closer: string): MathToken | undefined {
  // A comment of TeX on the last line hides the closing sign.
  if (from > 0 && holdsComment(src.slice(src.lastIndexOf("\n", at) + 1, at))) return undefined;
  const end = at + closer.length;
  const text = decode(src.slice(from, from === 0 ? end : at)).trim();
  const rest = REST.exec(src.slice(end, end + LONGEST_REST));
  // A blank line ends the paragraph, unless the opening and the closing sign are on separate lines, or around an environment, or have no
  // words between them.
  const isAround = src[from] === "\n" && src[at - 1] === "\n";
  const isApart = (isAround || /^\\begin\{[^]*\}$/.test(text)) && isTexAlone(text);
  const isOne = isApart || (closer === "$$" && isWithoutWords(text)) || !/\n[ \t]*\n/.test(text);
  if (!rest || text === "" || !isOne || (closer.endsWith("]") && !isDisplayAlone(text))) return undefined;
  // TeX has no blank lines: those between formulas without delimiters of their own are ends of rows.
  const rows = isApart || /\\begin\b/.test(text) ? text : text.replace(/\n[ \t]{0,99}\n\s{0,99}/g, " \\\\\n");
  return { type: "math", raw: src.slice(0, end + rest[0].length), text: numbered(labelled(rows), rest[1]) };
}

/** The label of bookdown ("Equations"), which is not TeX, as a label of LaTeX. */
function labelled(tex: string): string {
  return tex.includes("(\\#eq:") ? tex.replace(/\(\\#(eq:[\w:-]{1,100})\)/g, "\\label{$1}") : tex;
}

/** The display with the number that the author wrote after it, `$$x = 1$$ (2)`, as its tag. */
function numbered(tex: string, number: string | undefined): string {
  if (number === undefined || /\\tag\b/.test(tex)) return tex;
  const at = NUMBERED_END.exec(tex)?.index ?? tex.length;
  return `${tex.slice(0, at)}\\tag{${number}}${tex.slice(at)}`;
}
