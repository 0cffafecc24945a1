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

/** Whether square brackets are those of a note, `[^a]`, or of a search pattern, `[a-z]+`; `behind` is the character after them. */
function isPattern(content: string, behind: string): boolean {
  return /^\^\w+$/.test(content) || (/[+*?]/.test(behind) && /\w-\w/.test(content));
}

const BRACKET = /(\\{1,2})([([])/y;
const REFERENCE = /\\(?:eqref|ref)\{[^{}\s]{1,100}\}/y;
/** An environment for displays, which authors also write within a paragraph. */
const ENVIRONMENT = /\\begin\{((?:align|alignat|eqnarray|equation|flalign|gather|multline)\*?)\}/y;

function reference(text: string, at: number, reach: Reach): MathSpan | undefined {
  const name = matchAt(ENVIRONMENT, text, at)?.[1];
  if (name !== undefined) return environment(text, at, `\\end{${name}}`, reach);
  const tex = matchAt(REFERENCE, text, at)?.[0];
  return tex === undefined ? undefined : { tex, end: at + tex.length };
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

/** Whether a line of TeX has a comment. */
export function holdsComment(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "%") return true;
    if (line[at] === "\\") at++;
  }
  return false;
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

/** A command of TeX, and text within a formula. */
const COMMAND = /\\[a-zA-Z]{1,30}\*?|\\%/g;
const WRITTEN_TEXT = /\\(?:text[a-z]{0,10}|[mh]box|operatorname)\{[^{}]{0,300}\}/g;

/** Whether it has a command of TeX and no words beside: no text between two amounts of money does. */
function isCommanded(tex: string): boolean {
  if (!tex.includes("\\")) return false;
  const rest = tex.replace(WRITTEN_TEXT, "\\text").replace(COMMAND, "\\");
  return rest.includes("\\") && rest.length < tex.length && !WORD.test(rest);
}

/** A command, a script, a group or a relation. */
const TEX = /[\\^={}<>]|\w_\w/;
const WORD = /\p{L}{2}/u;

/** Whether brackets that may be Markdown's enclose TeX: something that only TeX has, or no two letters side by side. */
function looksLikeTex(content: string): boolean {
  return isTexAlone(content) || (/\p{L}/u.test(content) && !WORD.test(content));
}

/** As `isTexAlone`, or letters that do not form words with an operator between blanks, as in `[ x + y ]`. */
function looksLikeDisplay(content: string): boolean {
  return isTexAlone(content) || (/\p{L}\s[-+*/<>]\s/u.test(content) && !WORD.test(content));
}

/** Whether it has something that only TeX has, and is not a sentence: `[Editor's note: 1+1=2]` is one. */
export function isTexAlone(content: string): boolean {
  return TEX.test(content) && (content.includes("\\") || (content.match(WORDS)?.length ?? 0) < SENTENCE);
}

/** Whether it is more than a single word, ellipsis or number: `AB`, `SO(3)`, `2 + 2`. */
export function isDisplayAlone(content: string): boolean {
  return (
    isTexAlone(content) ||
    (isWordless(content) && !/\p{L}{3}/u.test(content) && /\p{L}|\d\s*[-+*/<>]/u.test(content))
  );
}

function isWordless(content: string): boolean {
  return /[\p{L}\d]/u.test(content) && !/\p{Ll}{3}/u.test(content) && (content.match(WORDS)?.length ?? 0) < 2;
}

const WORDS = /\p{L}{2,}/gu;
/** The number of words that makes a text prose. */
const SENTENCE = 4;

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

/** Single signs, which a text may mention to explain them. */
const SIGNS = /^[-+*/=<>:|.,()[\]~^&']{1,3}$/;

/** Whether the first dollar begins a variable, an expression of a spreadsheet or a price, or ends a pattern of a search. */
function isShell(content: string, before: string, behind: string): boolean {
  const goesOn = /[\p{L}\p{N}{]/u.test(behind);
  return (
    (/^\{[A-Za-z_]\w+\}/.test(content) && (goesOn || !/^\{\w+\}[\^_]\S/.test(content))) ||
    (/^[,;)]/.test(content) && !/\\[a-zA-Z]/.test(content)) ||
    (/^[.:!?/]\s/.test(content) && !TEX.test(content)) ||
    (goesOn && /[-+*/:=,(]$/.test(content)) ||
    (/[=/:]/.test(before) && /\p{L}/u.test(behind) && /^\w+$/.test(content)) ||
    (goesOn && /^\d/.test(content) && /^[^\p{L}\\]*$/u.test(content) && /\D/.test(content))
  );
}

/**
 * Whether `](` between two dollars belongs to a link: its bracket opens before the dollar, or the link has words. In
 * `\mathbb{E}[X](t)`, it follows a bracket of the formula.
 */
function holdsLink(content: string): boolean {
  const at = content.indexOf("](");
  if (at < 0) return false;
  if (!content.includes("\\") && WORD.test(content)) return true;
  let depth = 0;
  for (const sign of content) {
    if (sign === "[") depth++;
    else if (sign === "]" && --depth < 0) return true;
  }
  return WORD.test(content.slice(at).replace(/\\[a-zA-Z]{1,30}/g, ""));
}

/**
 * Whether the text between two dollars shows that these are money, names of variables, or parts of an address; `before`
 * and `behind` are the neighbouring characters.
 */
function isProse(content: string, before: string, behind: string): boolean {
  if (isShell(content, before, behind)) return true;
  if (holdsLink(content) || (content.includes("://") && !content.includes("\\"))) return true;
  if (!/[\p{L}\p{N}\\]/u.test(content))
    return !SIGNS.test(content) || /[^\s(]/.test(before) || /[^\s).,;:]/.test(behind);
  if (TEX.test(content)) return false;
  // Text has straight quotation marks, formulas have none.
  if (content.includes('"')) return true;
  if (!WORD.test(content)) return false;
  if (!/\s/.test(content)) return /\p{L}/u.test(behind);
  if (/^\d/.test(content) || (content.match(WORDS)?.length ?? 0) >= SENTENCE) return true;
  // US$/h and 6 US$/h; a formula of several letters stands by itself, or has an operator.
  return /\p{L}/u.test(before) || CURRENCY.test(content) || /[\p{L}\p{N}]/u.test(behind);
}

/** The beginning of a currency's sign, such as US$, after a blank. */
const CURRENCY = /\s(?:US|AU|NZ|HK|CA|SG)$/;

/** A formula, with its source if that has other delimiters than single dollars. */
export function formulaOf(tex: string, written: string): Inline {
  const own = { type: "inlineMath", tex } as const;
  return written === `$${tex}$` ? own : { ...own, written };
}

/** Text in parts: what is a formula in it, and what is not. */
export function partsWithMath(text: string): readonly (string | MathPart)[] {
  const parts: (string | MathPart)[] = [];
  const reach = new Reach(text);
  let done = 0;
  for (const { index } of text.matchAll(/[$\\]/g)) {
    const math = index < done ? undefined : mathAt(text, index, reach);
    if (!math) continue;
    if (index > done) parts.push(text.slice(done, index));
    parts.push(math);
    done = math.end;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}

/** The source of each part of a text, and whether it is a formula. */
export function sourcesWithMath(text: string): { readonly written: string; readonly isMath: boolean }[] {
  return partsWithMath(text).map((part) =>
    typeof part === "string" ? { written: part, isMath: false } : { written: part.written, isMath: true },
  );
}
