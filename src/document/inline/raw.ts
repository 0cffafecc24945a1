/**
 * Finds the end of HTML (CommonMark 6.6) and of the tags of site generators.
 */
import { matchAt } from "./destination.ts";
import type { Reach } from "./reach.ts";
import type { InlineToken } from "./tokens.ts";
import { LONGEST_TAG, withTagsShown } from "../tags/scan.ts";
import { smallest } from "../../text/extremes.ts";

/**
 * Attributes of Vue templates can begin with `@` or `#` (vuejs.org, "Template Syntax"). A generator's tag in
 * an attribute may contain the attribute's own quotation marks, because it is filled in before HTML is read. An expression of JSX is
 * in braces; Docusaurus reads it in `.md` files, too.
 */
const TAG =
  /<(?:[a-z][a-z\d-]*(?:\s+(?:[a-z:_]|[@#](?=[a-z]))[\w.:-]*(?:\s*=\s*(?:"(?:[^"{]|\{(?![{%])|\{[{%][^{}\n]*[}%]\})*"|'[^']*'|\{[^{}<>\n]{0,300}\}|[^\s"'=<>`]+))?)*\s*\/?|\/[a-z][a-z\d-]*\s*)>/iy;
const MATH = /^<math[\s>]/;
const SHORT_COMMENT = /<!---?>/y;
const DECLARATION = /<![a-z]/iy;

/** What opens without a tag, and what closes it. */
const PAIRS = [
  ["<!--", "-->"],
  ["<?", "?>"],
  ["<![CDATA[", "]]>"],
] as const;

/** The end of the tag, comment, declaration or instruction at `at`; undefined if there is none. */
export function endOfHtml(text: string, at: number, reach: Reach): number | undefined {
  const short = matchAt(SHORT_COMMENT, text, at) ?? matchAt(TAG, text, at);
  // MathML is not Markdown up to its end: its annotation is TeX, whose backslashes are not escapes.
  if (short && MATH.test(short[0])) return endOf("</math>", at, reach) ?? at + short[0].length;
  if (short) return at + short[0].length;
  for (const [opener, closer] of PAIRS)
    if (text.startsWith(opener, at)) return endOf(closer, at + opener.length, reach);
  return matchAt(DECLARATION, text, at) ? endOf(">", at + 2, reach) : undefined;
}

/** Hugo's shortcodes, Liquid's tags, and names to be filled in. */
const TAGS = [
  ["{{<", ">}}"],
  ["{{%", "%}}"],
  ["{%", "%}"],
  ["{{{", "}}}"],
  ["{{", "}}"],
] as const;

/** A tag as written and the offset of its end; `literal` is the text between `{% raw %}` and `{% endraw %}`. */
export interface WrittenTag {
  readonly raw: string;
  readonly end: number;
  readonly literal?: string;
}

/** The tag at `at`; if it is never closed, a tag of its name alone. */
export function tagAt(text: string, at: number, reach: Reach): WrittenTag | undefined {
  const end = endOfTag(text, at, reach);
  if (end === undefined) return unclosedTag(text, at);
  // Three braces are two whose value is not escaped (Mustache).
  const more = text.startsWith("{{{", at) ? 1 : 0;
  return literalAt(text, at, end, reach) ?? { raw: text.slice(at + more, end - more), end };
}

/** The end of the tag at `at`: `{{< x >}}`, `{{% x %}}`, `{% x %}`, `{{ x }}`; undefined if there is none. */
function endOfTag(text: string, at: number, reach: Reach): number | undefined {
  for (const [opener, closer] of TAGS) {
    const end = text.startsWith(opener, at) ? endOf(closer, at + opener.length, reach) : undefined;
    if (end === undefined || end - at > LONGEST_TAG) continue;
    // Braces within braces are not a name. A tag that begins within a tag shows that the outer one is never closed.
    const brace = reach.closing(opener === "{{" ? "{" : opener.slice(0, 2), at + 2);
    if (brace < 0 || brace >= end) return end;
  }
  return undefined;
}

/** A shortcode, a tag of Liquid or a call of Zola without its end. Braces in formulas and in programs are followed by other signs. */
const UNCLOSED =
  /(?:\{\{[<%]\s{0,9}\/?|\{%-?\s{1,9}|\{\{-?\s{0,9}(?=[A-Za-z]\w{0,60}\())([A-Za-z][\w./-]{0,60})/y;

function unclosedTag(text: string, at: number): WrittenTag | undefined {
  const [opening, name = ""] = matchAt(UNCLOSED, text, at) ?? [];
  return opening === undefined
    ? undefined
    : { raw: `{{< ${opening.includes("/") ? "/" : ""}${name} >}}`, end: at + opening.length };
}

const LITERAL = /\{%-?\s{0,9}(?:raw|verbatim)\s{0,9}-?%\}/y;
const LITERAL_END = /\{%-?\s{0,9}end(?:raw|verbatim)\s{0,9}-?%\}/y;

function literalAt(text: string, at: number, from: number, reach: Reach): WrittenTag | undefined {
  if (!matchAt(LITERAL, text, at)) return undefined;
  const name = reach.closing("endraw", from) < 0 ? "endverbatim" : "endraw";
  const start = text.lastIndexOf("{%", Math.max(from, reach.closing(name, from)));
  const end = start < from ? null : matchAt(LITERAL_END, text, start);
  const literal = withTagsShown(text.slice(from, start));
  return end ? { raw: text.slice(at, from), end: start + end[0].length, literal } : undefined;
}

const TEMPLATE =
  /<%(?:[-=*_#~]{1,3}|(?=[ \t\n]))[ \t\n]{0,9}([A-Za-z_$][\w.$]{0,60})?|<<(?=[A-Za-z][\w.:-]{0,60}>>(?!>))/y;

/**
 * The sign of what a template puts here: `<% tp.date.now() %>` (Templater, ERB, EJS), `<<name>>` (Noweb); a comment, `<%# … %>`, has none.
 */
export function templateAt(
  text: string,
  at: number,
  reach: Reach,
): { readonly token: InlineToken; readonly end: number } | undefined {
  const [opening, name = "…"] = matchAt(TEMPLATE, text, at) ?? [];
  const end = opening === undefined ? undefined : endOf(opening === "<<" ? ">>" : "%>", at + 2, reach);
  if (opening === undefined || end === undefined || end - at > LONGEST_TAG) return undefined;
  if (opening.startsWith("<%#")) return { token: { type: "span", classes: [], tokens: [] }, end };
  const own = opening === "<<" ? text.slice(at + 2, end - 2) : name;
  return { token: { type: "sign", text: `‹${own}›` }, end };
}

/** The offset after the comment at `at`; undefined if there is none. A comment is not part of a word. */
export function endOfComment(text: string, at: number, closer: string, reach: Reach): number | undefined {
  const end = endOf(closer, at + 2, reach);
  if (end === undefined || end - at > LONGEST_TAG || end === at + 4) return undefined;
  const isApart = !/[\w%]/.test(text[at - 1] ?? "") && !/[\w%]/.test(text[end] ?? "");
  return isApart ? end : undefined;
}

const COMMENT = "{::comment}";

/** The offset after the hidden text that begins with a brace at `at`; undefined if there is none. */
export function endOfUnseen(text: string, at: number, reach: Reach): number | undefined {
  return endOfKramdownsComment(text, at, reach) ?? endOfLastLine(text, at);
}

/** The offset after the kramdown comment at `at`; undefined if there is none. */
function endOfKramdownsComment(text: string, at: number, reach: Reach): number | undefined {
  if (!text.startsWith(COMMENT, at)) return undefined;
  const ends = ["{:/comment}", "{:/}"].map((closer) => endOf(closer, at + COMMENT.length, reach) ?? Infinity);
  const end = smallest(ends);
  return end === Infinity ? undefined : end;
}

const UNMARKED = "{::nomarkdown}";

/** HTML in which nothing is Markdown (kramdown, "Extensions"), and the offset after its end. */
export function unmarkedAt(
  text: string,
  at: number,
  reach: Reach,
): { readonly inner: string; readonly end: number } | undefined {
  if (!text.startsWith(UNMARKED, at)) return undefined;
  const start = at + UNMARKED.length;
  const ends = ["{:/nomarkdown}", "{:/}"].flatMap((closer) => {
    const end = endOf(closer, start, reach);
    return end === undefined ? [] : [{ inner: text.slice(start, end - closer.length), end }];
  });
  return ends.toSorted((a, b) => a.end - b.end)[0];
}

const LAST_LINE = /\{[\w-]{1,40}="[^{}\n]{1,200}\}[ \t]{0,9}$/y;

/** The offset after attributes that fill the last line and begin with a key (Hugo, "Markdown attributes"). */
function endOfLastLine(text: string, at: number): number | undefined {
  const match = text[at - 1] === "\n" ? matchAt(LAST_LINE, text, at) : null;
  return match ? at + match[0].length : undefined;
}

/** The content of a code span (CommonMark 6.1). */
function codeIn(between: string): string {
  const text = between.replaceAll("\n", " ");
  const isPadded = text.startsWith(" ") && text.endsWith(" ") && /[^ ]/.test(text);
  return isPadded ? text.slice(1, -1) : text;
}

const RAW_FORMAT = /`{1,99}\{=([a-z][\w-]{0,30})\}/iy;
const BACKTICKS = /`+/y;

/** A value that a program fills in: `` `{python} x` `` (quarto.org, "Inline Code"), `` `r x` `` (R Markdown). */
const VALUE = /^(?:(\{(?:r|python|julia|ojs)\})|r) {1,9}(?=\S)([^\n]{1,1000})$/;
const LONGEST_VALUE = 60;
/** A value that Obsidian's plugin Dataview fills in ("Inline Queries"). */
const QUERY = /^(\$?=) ?((?:this|dv)\.[^\n]{1,1000})$/;

const REST_LINK = /^([^<>]{1,500}?) ?<([^<>\s]{1,500}[./#:][^<>\s]{0,500})>$/;
const UNDERSCORES = /__?(?![\w`])/y;

/** A link of reStructuredText: `` `words <address>`_ ``. */
function restLink(
  text: string,
  code: string,
  after: number,
): { readonly token: InlineToken; readonly end: number } | undefined {
  const [underscores] = text[after] === "_" ? (matchAt(UNDERSCORES, text, after) ?? []) : [];
  const [, words = "", href = ""] = underscores === undefined ? [] : (REST_LINK.exec(code) ?? []);
  if (underscores === undefined || href === "") return undefined;
  const token: InlineToken = { type: "link", href, tokens: [{ type: "text", text: words }] };
  return { token, end: after + underscores.length };
}

/** The token of the code between two offsets, and the offset after its closing backticks or its attribute. */
export function codeToken(
  text: string,
  start: number,
  end: number,
  hasChunks: () => boolean,
): { readonly token: InlineToken; readonly end: number } {
  const code = codeIn(text.slice(start, end));
  const after = end + matchAt(BACKTICKS, text, end)![0].length;
  const raw = text[after] === "{" ? matchAt(RAW_FORMAT, text, end) : null;
  const link = after === end + 1 ? restLink(text, code, after) : undefined;
  if (link) return link;
  const value = VALUE.exec(code) ?? QUERY.exec(code);
  if (value && !raw && (value[1] !== undefined || hasChunks()))
    return { token: { type: "sign", text: `‹${value[2]!.slice(0, LONGEST_VALUE)}›` }, end: after };
  return raw
    ? { token: rawToken(raw[1]!.toLowerCase(), code), end: end + raw[0].length }
    : { token: { type: "codespan", text: withoutLanguage(code) }, end: after };
}

/**
 * Code for one format (Pandoc's manual, "Generic raw attribute"): HTML is read as HTML; code for another
 * format becomes a quiet sign with its name.
 */
function rawToken(format: string, code: string): InlineToken {
  return isHtml(format) ? { type: "html", raw: code } : { type: "sign", text: `‹${format}›` };
}

export function isHtml(format: string): boolean {
  return /^html[45]?$/.test(format);
}

/** The languages that `#!` may name within a line: any other word may be the program of a script. */
const LANGUAGES = new Set(
  (
    "bash c c++ console cpp csharp css diff go haskell html java javascript js json kotlin lua perl php py python python3 r ruby " +
    "rust scala sh shell sql swift text toml ts typescript xml yaml"
  ).split(" "),
);

/** Code without the language that may begin it (PyMdown Extensions, "InlineHilite"). */
function withoutLanguage(code: string): string {
  if (!code.startsWith("#!")) return code;
  const [sign, language = ""] = /^#!([a-z][\w+-]{0,30}) (?=\S)/.exec(code) ?? [];
  return sign !== undefined && LANGUAGES.has(language) ? code.slice(sign.length) : code;
}

function endOf(closer: string, from: number, reach: Reach): number | undefined {
  const found = reach.closing(closer, from);
  return found < 0 ? undefined : found + closer.length;
}
