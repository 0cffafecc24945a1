/**
 * Whether a text looks like TeX: what dollars, and brackets after backslashes, can enclose is also prose.
 */

/** A command, a script, a group or a relation. */
export const TEX = /[\\^={}<>]|\w_\w/;
export const WORD = /\p{L}{2}/u;

/** Whether brackets that may be Markdown's enclose TeX: something that only TeX has, or no two letters side by side. */
export function looksLikeTex(content: string): boolean {
  return isTexAlone(content) || (/\p{L}/u.test(content) && !WORD.test(content));
}

/** As `isTexAlone`, or letters that do not form words with an operator between blanks, as in `[ x + y ]`. */
export function looksLikeDisplay(content: string): boolean {
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

export function isWordless(content: string): boolean {
  return /[\p{L}\d]/u.test(content) && !/\p{Ll}{3}/u.test(content) && (content.match(WORDS)?.length ?? 0) < 2;
}

export const WORDS = /\p{L}{2,}/gu;
/** The number of words that makes a text prose. */
export const SENTENCE = 4;

/** A command of TeX, and text within a formula. */
const COMMAND = /\\[a-zA-Z]{1,30}\*?|\\%/g;
const WRITTEN_TEXT = /\\(?:text[a-z]{0,10}|[mh]box|operatorname)\{[^{}]{0,300}\}/g;

/** Whether it has a command of TeX and no words beside: no text between two amounts of money does. */
export function isCommanded(tex: string): boolean {
  if (!tex.includes("\\")) return false;
  const rest = tex.replace(WRITTEN_TEXT, "\\text").replace(COMMAND, "\\");
  return rest.includes("\\") && rest.length < tex.length && !WORD.test(rest);
}

/** Whether it has something that only TeX has, and at most one word that is not in a command. */
export function isWithoutWords(content: string): boolean {
  const rest = content.replace(WRITTEN_TEXT, "").replace(COMMAND, "");
  return TEX.test(content) && (rest.match(LONG_WORDS)?.length ?? 0) < 2;
}

const LONG_WORDS = /\p{L}{3,}/gu;

/** Whether square brackets are those of a note, `[^a]`, or of a search pattern, `[a-z]+`; `behind` is the character after them. */
export function isPattern(content: string, behind: string): boolean {
  return /^\^\w+$/.test(content) || (/[+*?]/.test(behind) && /\w-\w/.test(content));
}

/** Whether a line of TeX has a comment. */
export function holdsComment(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "%") return true;
    if (line[at] === "\\") at++;
  }
  return false;
}
