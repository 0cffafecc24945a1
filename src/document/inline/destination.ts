/**
 * What follows the text of a link: a destination and a title in parentheses (CommonMark 6.3), or the label of a definition.
 */

const ANGLED = /<((?:\\.|[^\n<>\\])*)>/y;
const TITLE = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\((?:\\[^]|[^()\\])*\)/y;
const BLANKS = /[ \t\n]*/y;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
/** `[label]` behind the text of a link. */
const LABEL = /\[((?:\\[^]|[^[\]\\]){0,999})\]/y;
/** Parentheses in a destination may be nested so deeply, as CommonMark's own implementations have it. */
const NESTED = 32;

/** What `pattern`, a sticky one, matches at `from`. */
export function matchAt(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** The destination in the parentheses that begin at `from`, and where they end; undefined if there is none. */
export function inlineDestination(text: string, from: number): { href: string; end: number } | undefined {
  if (text[from] !== "(") return undefined;
  const start = afterBlanks(text, from + 1);
  const angled = text[start] === "<";
  const match = angled ? matchAt(ANGLED, text, start) : undefined;
  if (angled && !match) return undefined;
  const end = match ? start + match[0].length : endOfBare(text, start);
  if (end === undefined) return undefined;
  const afterTitle = endOfTitle(text, end);
  if (text[afterTitle] !== ")") return undefined;
  return { href: unescaped(match ? match[1]! : text.slice(start, end)), end: afterTitle + 1 };
}

/** The label in the brackets at `from`, and where they end. */
export function labelAt(text: string, from: number): { label: string; end: number } | undefined {
  const match = matchAt(LABEL, text, from);
  return match ? { label: match[1]!, end: from + match[0].length } : undefined;
}

/** A label as definitions are found by (CommonMark 4.7, "matches"). */
export function normalizedLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase().toLowerCase();
}

export function unescaped(text: string): string {
  return text.includes("\\") ? text.replace(ESCAPED, "$1") : text;
}

function afterBlanks(text: string, from: number): number {
  return from + matchAt(BLANKS, text, from)![0].length;
}

/** Behind a title and the blanks around it; behind the blanks alone if there is no title. */
function endOfTitle(text: string, from: number): number {
  const start = afterBlanks(text, from);
  const title = start > from ? matchAt(TITLE, text, start) : null;
  return title ? afterBlanks(text, start + title[0].length) : start;
}

/** Longest tag of a generator within a destination, in UTF-16 code units. */
const LONGEST_TAG = 300;

/** The last brace of a generator's tag, which may hold blanks: `{{< ref "x" >}}`, `{% link x %}`. */
function endOfTag(text: string, at: number): number | undefined {
  const second = text[at + 1];
  if (second !== "{" && second !== "%") return undefined;
  const tag = text.slice(at, at + LONGEST_TAG);
  const end = tag.indexOf(second === "{" ? "}}" : "%}");
  return end < 0 || tag.slice(0, end).includes("\n") ? undefined : at + end + 1;
}

/** Where a destination without angle brackets ends; undefined if its parentheses are not balanced. */
function endOfBare(text: string, from: number): number | undefined {
  let depth = 0;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0x7f) break;
    if (code === 0x7b) at = endOfTag(text, at) ?? at;
    if (code === 0x5c) at++;
    else if (code === 0x28 && ++depth > NESTED) return undefined;
    else if (code === 0x29 && --depth < 0) break;
  }
  return depth > 0 ? undefined : Math.min(at, text.length);
}
