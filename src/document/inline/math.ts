/**
 * Mathematics within a line: `$a$`, `$$a$$`, `\(a\)`, `\[a\]`, the last two with two backslashes each, as Hugo's Markdown needs
 * them, GitHub's `` $`a`$ ``, and references to what is numbered (`\eqref{name}`).
 *
 * Dollars can also be money. By Pandoc's rule ("Math", `tex_math_dollars`), an opening dollar must have a
 * non-blank right after it, and a closing one a non-blank right before it and no digit after it; in
 * addition, the text between them must not be prose. Brackets after backslashes can also be Markdown's
 * escapes: they enclose mathematics if the content looks like it, or if the essay has other such
 * mathematics and the content has no words. On a site, scripts read formulas from the page, so HTML's
 * references count as their characters.
 */
import { decode } from "../../text/entities.ts";
import type { Inline } from "../document.ts";
import { matchAt } from "./destination.ts";
import {
  holdsComment,
  isCommanded,
  isDisplayAlone,
  isPattern,
  isTexAlone,
  isWordless,
  looksLikeDisplay,
  looksLikeTex,
  TEX,
  WORDS,
} from "./looks-like-tex.ts";
import { isProse } from "./prose-between-dollars.ts";
import { Reach } from "./reach.ts";

interface MathSpan {
  readonly tex: string;
  readonly end: number;
}

/** A formula in a text, with its source. */
export interface MathPart extends MathSpan {
  readonly written: string;
}

/** Longest formula in a line, in UTF-16 code units. */
const LONGEST = 2_000;

/**
 * The formula that begins at `at`, with a dollar or a backslash, if there is one; `inBrackets`: whether the essay
 * writes formulas in brackets.
 */
export function mathAt(
  text: string,
  at: number,
  reach: Reach,
  inBrackets = (): boolean => false,
): MathPart | undefined {
  const span = spanAt(text, at, reach, inBrackets);
  return span && { ...span, written: text.slice(at, span.end) };
}

function spanAt(text: string, at: number, reach: Reach, inBrackets: () => boolean): MathSpan | undefined {
  const opener = text.slice(at, at + 2);
  if (opener === "$$") return twoDollars(text, at + 2, reach);
  if (opener === "$`") return between(text, at + 2, reach, "`$");
  if (opener[0] === "$") return dollars(text, at + 1, reach);
  const [written, slashes, bracket] = matchAt(BRACKET, text, at) ?? [];
  if (written === undefined) return reference(text, at, reach);
  const closer = `${slashes}${bracket === "(" ? ")" : "]"}`;
  const found = withoutBackslash(between(text, at + written.length, reach, closer), slashes!);
  if (!found) return undefined;
  // Markdown shows two backslashes as one, and scripts find that one on the page.
  const isRound = bracket === "(";
  if (!isRound && slashes === "\\" && isPattern(found.tex, text[found.end] ?? "")) return undefined;
  const isTex = isRound || slashes === "\\\\" ? looksLikeTex : looksLikeDisplay;
  const isBare = isRound ? isWordless : isDisplayAlone;
  return isTex(found.tex) || (isBare(found.tex) && inBrackets()) ? found : undefined;
}

/** Markdown shows three backslashes before a bracket as one, just as it does two. */
function withoutBackslash(found: MathSpan | undefined, slashes: string): MathSpan | undefined {
  const isThird = slashes === "\\\\" && found !== undefined && /(?<!\\)\\$/.test(found.tex);
  return isThird ? { ...found, tex: found.tex.slice(0, -1).trimEnd() } : found;
}

/** Whether a text has formulas in brackets after backslashes that can't be escapes. */
export function writesInBrackets(text: string): boolean {
  if (!/\\[([]/.test(text)) return false;
  const reach = new Reach(text);
  for (const { 0: opener, index } of text.matchAll(/\\[([]/g)) {
    const to = reach.closing(opener === "\\(" ? "\\)" : "\\]", index + 2);
    const content = to < 0 || to - index > LONGEST ? "" : text.slice(index + 2, to);
    if (content.includes("\\") && isTexAlone(content)) return true;
  }
  return false;
}

const BRACKET = /(\\{1,2})([([])/y;
const REFERENCE = /\\(eqref|ref)\*?(\{[^{}\s]{1,100}\})/y;
/** An environment for displays, which authors also write within a paragraph. */
const ENVIRONMENT = /\\begin\{((?:align|alignat|eqnarray|equation|flalign|gather|multline)\*?)\}/y;

function reference(text: string, at: number, reach: Reach): MathSpan | undefined {
  const name = matchAt(ENVIRONMENT, text, at)?.[1];
  if (name !== undefined) return environment(text, at, `\\end{${name}}`, reach);
  const [written, command = "", label = ""] = matchAt(REFERENCE, text, at) ?? [];
  return written === undefined ? undefined : { tex: `\\${command}${label}`, end: at + written.length };
}

function environment(text: string, at: number, closer: string, reach: Reach): MathSpan | undefined {
  const to = reach.closing(closer, at);
  const end = to + closer.length;
  return to < 0 || end - at > LONGEST ? undefined : { tex: decode(text.slice(at, end)), end };
}

/** Two dollars are also a process's number in a shell, so the text between them may not be prose. */
function twoDollars(text: string, from: number, reach: Reach): MathSpan | undefined {
  const found = between(text, from, reach, "$$");
  if (!found || TEX.test(found.tex)) return found;
  if (/\d/.test(text[found.end] ?? "")) return undefined;
  const least = text[from] === " " ? 1 : 2;
  return (found.tex.match(WORDS)?.length ?? 0) >= least ? undefined : found;
}

function between(text: string, from: number, reach: Reach, closer: string): MathSpan | undefined {
  const to = reach.closing(closer, from);
  if (to < 0 || to - from > LONGEST) return undefined;
  const tex = trimmed(decode(text.slice(from, to)));
  return tex === "" ? undefined : { tex, end: to + closer.length };
}

/** The TeX without blanks around it, but with the end of a line that ends a comment. */
function trimmed(tex: string): string {
  const own = tex.trim();
  const isEnded = /\n[ \t]*$/.test(tex) && holdsComment(own.slice(own.lastIndexOf("\n") + 1));
  return isEnded ? `${own}\n` : own;
}

function dollars(text: string, from: number, reach: Reach): MathSpan | undefined {
  if (/\s/.test(text[from] ?? " ")) return undefined;
  let to = reach.closing("$", from);
  while (to >= 0 && to - from <= LONGEST && (text[to - 1] === "\\" || isOpen(text.slice(from, to))))
    to = reach.closing("$", to + 1);
  if (to < 0 || to - from > LONGEST) return undefined;
  const tex = decode(text.slice(from, to));
  const isVain = endsInVain(text, from, to) || /\d/.test(text[to + 1] ?? "");
  if (isVain && !(isCommanded(tex) && text[to - 1] !== "$")) return undefined;
  return isProse(tex, text[from - 2] ?? "", text[to + 1] ?? "") ? undefined : { tex, end: to + 1 };
}

/**
 * Whether a closing dollar follows a blank or another dollar. An escaped dollar by itself is a formula, but not within
 * a word.
 */
function endsInVain(text: string, from: number, to: number): boolean {
  const isDollar = text.slice(from, to) === "\\$";
  return isDollar
    ? /[\p{L}\p{N}$]/u.test((text[from - 2] ?? "") + (text[to + 1] ?? ""))
    : /[\s$]/.test(text[to - 1]!);
}

/** What opens text within a formula. */
const TEXT_COMMAND = /\\(?:text[a-z]{0,10}|[mh]box|intertext)\s{0,3}$/;

/** Whether text within the formula is still open: dollars in `\text{…}` are part of it. */
function isOpen(tex: string): boolean {
  if (!tex.includes("\\text") && !tex.includes("box")) return false;
  const isText: boolean[] = [];
  for (let at = 0; at < tex.length; at++) {
    if (tex[at] === "\\") at++;
    else if (tex[at] === "{") isText.push(TEXT_COMMAND.test(tex.slice(Math.max(0, at - 20), at)));
    else if (tex[at] === "}") isText.pop();
  }
  return isText.includes(true);
}

/** A formula, with its source if that has other delimiters than single dollars. */
export function formulaOf(tex: string, written: string): Inline {
  const own = { type: "inlineMath", tex } as const;
  return written === `$${tex}$` ? own : { ...own, written };
}
