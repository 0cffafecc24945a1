/**
 * Reads a tag of a site generator: its name, its words and its attributes.
 *
 *     {{< figure src="a.png" >}}   {{% note %}} … {{% /note %}}     Hugo's shortcodes, Quarto's, components of JSX
 *     {% img left /a.png %}        {% note %} … {% endnote %}       Liquid (Jekyll, Hexo, Octopress), Nunjucks
 *     {{ youtube(id="x") }}        {% quote(author="x") %} … {% end %}                             Zola
 *     {{ page.title }}                                              a name that is to be filled in
 */
import { tableOf } from "../../text/own.ts";

export interface Tag {
  /** The name as written; empty for Zola's `{% end %}`. */
  readonly name: string;
  readonly isClosing: boolean;
  /** Whether it has parentheses, as in Zola, so that `{% end %}` closes it. */
  readonly isCall: boolean;
  /** Whether it is in `{% … %}`. */
  readonly isLiquids: boolean;
  /** Whether it closes itself: `{{< x />}}`. */
  readonly isEmpty: boolean;
  /** The arguments without a key. */
  readonly words: readonly Word[];
  readonly named: ReadonlyMap<string, string>;
  /** All arguments as written. */
  readonly rest: string;
}

export interface Word {
  readonly text: string;
  readonly isQuoted: boolean;
}

const OPENER = /^\{[{%][<%~-]?\s*/;
const CLOSER = /([->~%/]{0,3})[}%]\}$/;
const NAME = /^(\/?)\s*(end(?=[\s-]*$|_?[A-Za-z]))?_?([^\s=|("'`]*)/;

/** Reads a tag of a generator, with its brackets: its name, its words, and whether it is an end tag. */
export function readTag(raw: string): Tag {
  const end = CLOSER.exec(raw.slice(-LONGEST_END));
  const inside = raw
    .slice(0, raw.length - (end?.[0].length ?? 0))
    .replace(OPENER, "")
    .trimEnd();
  const [head = "", slash, ended, name = ""] = NAME.exec(inside) ?? [];
  const isLiquids = raw.startsWith("{%");
  const isEnd = isLiquids && ended !== undefined;
  const rest = inside.slice(head.length);
  const hasParentheses = rest.startsWith("(");
  return {
    name: isEnd || ended === undefined ? name : ended + name,
    isClosing: slash === "/" || isEnd,
    isLiquids,
    isCall: hasParentheses && isLiquids,
    rest: rest.trim(),
    isEmpty: end?.[1]?.startsWith("/") === true,
    ...argumentsIn(
      hasParentheses ? rest.slice(1).replace(/\)$/, "") : rest,
      isLiquids && !rest.includes("|"),
    ),
  };
}

/** The longest end of a tag, in UTF-16 code units. */
const LONGEST_END = 20;
const QUOTES = tableOf<string>({ '"': '"', "'": "'", "`": "`", "“": "”" });
const KEY = /[A-Za-z_@:][\w.:@-]{0,60}\s*=\s*/y;
/** A key of Liquid's before a quoted value. */
const LIQUIDS_KEY = /[A-Za-z_][\w-]{0,60}:\s{0,9}(?=["'])/y;
const BARE = /[^\s,]+/y;

/** The arguments: words, and keys with values, separated by blanks or commas. */
function argumentsIn(text: string, isLiquids: boolean): Pick<Tag, "words" | "named"> {
  const words: Word[] = [];
  const named = new Map<string, string>();
  const unclosed = new Set<string>();
  for (let at = 0; at < text.length;) {
    if (/[\s,]/.test(text[at]!)) at++;
    else {
      const key = keyAt(KEY, text, at) || (isLiquids ? keyAt(LIQUIDS_KEY, text, at) : "");
      const value = valueAt(text, at + key.length, unclosed);
      at = Math.max(at + 1, value.end);
      const name = key.replace(/(?<!\s)\s{0,9}[=:]\s{0,9}$/, "").toLowerCase();
      if (key === "") words.push({ text: value.text, isQuoted: value.isQuoted });
      else if (!named.has(name)) named.set(name, value.text);
    }
  }
  return { words, named };
}

function keyAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

function valueAt(text: string, start: number, unclosed: Set<string>): Word & { readonly end: number } {
  const quote = text[start] ?? "";
  const closer = QUOTES[quote];
  const end = closer === undefined || unclosed.has(quote) ? -1 : endOfQuoted(text, start + 1, closer);
  if (end >= 0) {
    const inside = text.slice(start + 1, end).replace(/\\(["'\\])/g, "$1");
    return { text: inside, isQuoted: true, end: end + 1 };
  }
  if (closer !== undefined) unclosed.add(quote);
  BARE.lastIndex = start;
  const bare = BARE.exec(text)?.[0] ?? "";
  return { text: bare.replaceAll(/["'`]/g, ""), isQuoted: false, end: start + bare.length };
}

/** The offset of the closing quotation mark, -1 if there is none. A backslash escapes a mark. */
function endOfQuoted(text: string, from: number, closer: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === closer) return at;
  }
  return -1;
}

/** The value of the first of these keys that has one. */
export function valueOf({ named }: Pick<Tag, "named">, keys: readonly string[]): string | undefined {
  return keys.map((key) => named.get(key)?.trim()).find((value) => value !== undefined && value !== "");
}

// Hugo and Zola escape a tag with comment signs within its braces.
const ESCAPED = /(\{\{[<%]?|\{%)\/\*([^{}]{0,300})\*\/([>%]?\}\}|%\})/g;

/** Replaces escaped tags with the tags that they show. */
export function withoutEscapes(text: string): string {
  return text.includes("/*") ? text.replace(ESCAPED, "$1$2$3") : text;
}

const PROTECTING = /^[ \t]{0,40}\{%-?\s?(?:end)?raw\s?-?%\}[ \t]{0,40}\n|\{%-?\s?(?:end)?raw\s?-?%\}/gm;

/** Code without the tags that protect it from Liquid, which takes them away; the tags alone are what the code shows. */
export function withoutProtection(code: string): string {
  if (!code.includes("raw")) return code;
  const bare = code.replace(PROTECTING, "");
  return bare.trim() === "" ? code : bare;
}

export function isEscapedTag(raw: string): boolean {
  return /^\{[{%][<%]?\/\*/.test(raw);
}
