/**
 * Parses what follows the text of a link: a destination and a title in parentheses (CommonMark 6.3), or a label.
 */

const ANGLED = /<((?:\\.|[^\n<>\\])*)>/y;
const TITLE = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\((?:\\[^]|[^()\\])*\)/y;
const BLANKS = /[ \t\n]*/y;
/** A page of a vault as the destination, as in Logseq: `[text]([[A page]])`. */
const PAGE = /\[\[([^[\]\n]{1,300})\]\]\)/y;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
/** `[label]` after the text of a link. */
const LABEL = /\[((?:\\[^]|[^[\]\\]){0,999})\]/y;
/** The deepest nesting of parentheses in a destination, as in CommonMark's own implementations. */
const NESTED = 32;

/** The match of `pattern`, which must be sticky, at `from`. */
export function matchAt(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** The destination in the parentheses at `from`, and their end; undefined if there is none. */
export function inlineDestination(text: string, from: number): { href: string; end: number } | undefined {
  if (text[from] !== "(") return undefined;
  const start = afterBlanks(text, from + 1);
  const page = matchAt(PAGE, text, start);
  if (page) return { href: page[1]!, end: start + page[0].length };
  const angled = text[start] === "<";
  const match = angled ? matchAt(ANGLED, text, start) : undefined;
  if (angled && !match) return undefined;
  const end = match ? start + match[0].length : endOfBare(text, start);
  if (end === undefined) return undefined;
  const afterTitle = endOfSize(text, endOfTitle(text, end));
  if (text[afterTitle] !== ")") return undefined;
  return { href: unescaped(match ? match[1]! : text.slice(start, end)), end: afterTitle + 1 };
}

/** The label in the brackets at `from`, and their end. */
export function labelAt(text: string, from: number): { label: string; end: number } | undefined {
  const match = matchAt(LABEL, text, from);
  return match ? { label: match[1]!, end: from + match[0].length } : undefined;
}

/** A label for comparison (CommonMark 4.7, "matches"). */
export function linkLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase().toLowerCase();
}

function unescaped(text: string): string {
  return text.includes("\\") ? text.replace(ESCAPED, "$1") : text;
}

function afterBlanks(text: string, from: number): number {
  return from + matchAt(BLANKS, text, from)![0].length;
}

/** The offset after a title and the blanks around it; without a title, after the blanks. */
function endOfTitle(text: string, from: number): number {
  const start = afterBlanks(text, from);
  const title = start > from ? matchAt(TITLE, text, start) : null;
  return title ? afterBlanks(text, start + title[0].length) : start;
}

const SIZE = /=(?:\d{1,5}%?)?x?(?:\d{1,5}%?)?[ \t]{0,9}(?=\))/y;

/** The offset after the size of an image, which several programs write after the address: `=100x200`, `=300x`. */
function endOfSize(text: string, from: number): number {
  const isApart = /[ \t\n]/.test(text[from - 1] ?? "");
  return from + ((isApart && matchAt(SIZE, text, from)?.[0].length) || 0);
}

/** The longest generator's tag in a destination, in UTF-16 code units. */
const LONGEST_TAG = 300;

/** The last brace of a generator's tag, which may contain blanks: `{{< ref "x" >}}`, `{% link x %}`. */
function endOfTag(text: string, at: number): number | undefined {
  const second = text[at + 1];
  if (second !== "{" && second !== "%") return undefined;
  const tag = text.slice(at, at + LONGEST_TAG);
  const end = tag.indexOf(second === "{" ? "}}" : "%}");
  return end < 0 || tag.slice(0, end).includes("\n") ? undefined : at + end + 1;
}

/** The end of a destination without angle brackets; undefined if its parentheses are not balanced. */
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
