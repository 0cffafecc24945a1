/**
 * Whether the text between two dollars is prose: dollars are also money, and begin the names of variables in a shell.
 */
import { SENTENCE, TEX, WORD, WORDS } from "./looks-like-tex.ts";

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
    (goesOn && /^\d/.test(content) && /^[^\p{L}\\^_{}]*$/u.test(content) && /\D/.test(content)) ||
    (/\d/.test(before) && /^[-–/]\s?\d[\d.,]*$/.test(content))
  );
}

/** What only TeX has, and no program and no money. */
const ONLY_TEX = /[\\^{}]|\w_\w/;

/**
 * Whether the dollars stand in a program: within a word, as in R's `df$one == df$two`, before a name in capitals, as in a shell's `$A$B`,
 * or around a bracket that stays open, or a string.
 */
function isCode(content: string, before: string, behind: string): boolean {
  if (/^[A-Z][A-Z\d]*$/.test(content) && /[A-Z]/.test(behind)) return true;
  if (ONLY_TEX.test(content)) return false;
  const isWithinWord = /\w/.test(before) && /\w/.test(behind);
  return isWithinWord || /"[^"]*"/.test(content) || (WORD.test(content) && !isBalanced(content));
}

/** Whether as many brackets close as open; a half-open interval has one of each kind. */
function isBalanced(content: string): boolean {
  return (content.match(/[([]/g)?.length ?? 0) === (content.match(/[)\]]/g)?.length ?? 0);
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
export function isProse(content: string, before: string, behind: string): boolean {
  if (isShell(content, before, behind) || isCode(content, before, behind)) return true;
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
