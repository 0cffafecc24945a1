/**
 * Attributes in braces, which kramdown, Pandoc, Hugo, Zola and Docusaurus allow on headings, blocks and
 * spans. They are hidden; an identifier becomes the heading's anchor.
 *
 *     ## Title {#id .class}          Text{: .class}          ![](a.png){width=50%}
 *
 *     {: #id .class }                1. TOC
 *     (a line of its own)            {:toc}
 */
import type { Inline } from "../document.ts";
import { joinTexts, text } from "../inlines.ts";

interface Attributes {
  readonly id?: string;
  /** Whether they request a table of contents. */
  readonly isContents: boolean;
}

/** An identifier, a class, a key with its value, or a bare word that refers to attributes defined elsewhere (kramdown). */
const PART =
  /\s*(?:#(?<id>[^\s{}#="']+)|\.[\w:-]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+)|(?<word>[\w-]+))(?=\s|$)/y;

/** An extension with options, `{::options a="b" /}`, and a definition of attributes by a name (kramdown, "Attribute List Definitions"). */
const OPTIONS = /^:[\w-]{1,40}\s[^{}]{0,400}$/;
const LIST = /^[\w-]{1,40}:\s[^{}]{0,400}$/;

/** Parses the text between braces; undefined if it is not attributes. `isKramdowns`: whether a colon opens them. */
function attributesIn(inner: string, isKramdowns: boolean): Attributes | undefined {
  const pattern = new RegExp(PART);
  let id: string | undefined;
  let isContents = false;
  const end = inner.trimEnd().length;
  if (end === 0) return undefined;
  // `{::nomarkdown}` and `{:/}` are kramdown's extensions; `{:name: .class}` defines attributes for others.
  if (isKramdowns && (/^[:/][\w-]*\s*$/.test(inner) || OPTIONS.test(inner) || LIST.test(inner)))
    return { isContents: false };
  while (pattern.lastIndex < end) {
    const groups = pattern.exec(inner)?.groups;
    if (!groups || (groups["word"] !== undefined && !isKramdowns && groups["word"] !== "-")) return undefined;
    id ??= groups["id"];
    isContents ||= groups["word"] === "toc";
  }
  return { isContents, ...(id !== undefined && { id }) };
}

/** kramdown's extensions within a line: `{::nomarkdown type="html"}`, `{:/}`. */
const EXTENSION = /\{:(?:\/[\w-]{0,40}|:[\w-]{1,40}(?:\s[^{}\n]{0,200})?\/?)\}/g;

export function withoutExtensions(content: string): string {
  return content.includes("{:") ? content.replace(EXTENSION, "") : content;
}

/** The attributes in braces at the end of a text, and the text before them. */
export function attributesAtEnd(
  content: string,
): { readonly text: string; readonly isKramdowns: boolean; readonly attributes: Attributes } | undefined {
  const trimmed = content.trimEnd();
  const start = trimmed.endsWith("}") ? trimmed.lastIndexOf("{") : -1;
  if (start < 0 || trimmed[start - 1] === "{") return undefined;
  const isKramdowns = trimmed[start + 1] === ":";
  const attributes = attributesIn(trimmed.slice(start + (isKramdowns ? 2 : 1), -1), isKramdowns);
  return attributes && { text: trimmed.slice(0, start).trimEnd(), isKramdowns, attributes };
}

/** The inlines of a heading without the attributes at their end. */
export function headingWithoutAttributes(inlines: readonly Inline[]): {
  children: readonly Inline[];
  id?: string;
} {
  const children = joinTexts(inlines);
  const last = children.at(-1);
  const found = last?.type === "text" ? attributesAtEnd(last.text) : undefined;
  if (!found) return { children: withoutDivision(inlines) };
  const { id } = found.attributes;
  const kept = found.text === "" ? [] : [text(found.text)];
  const own = withoutDivision([...children.slice(0, -1), ...kept]);
  return { children: own, ...(id !== undefined && { id }) };
}

/** The sign of a part or an appendix of a book (bookdown, "Headings"). */
const DIVISION = /^\((?:PART\*?|APPENDIX)\)[ \t]{1,9}(?=\S)/;

function withoutDivision(inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...others] = inlines;
  return first?.type === "text" && DIVISION.test(first.text)
    ? [text(first.text.replace(DIVISION, "")), ...others]
    : inlines;
}

/**
 * The inlines of a block without kramdown's attributes at their end; undefined if nothing else is left.
 * Braces without a colon are text, unless they contain a class or an identifier (markdown-it-attrs).
 */
export function blockWithoutAttributes(
  inlines: readonly Inline[],
): { readonly children: readonly Inline[]; readonly isContents: boolean; readonly id?: string } | undefined {
  const children = withoutLeading(joinTexts(inlines));
  let isContents = false;
  let id: string | undefined;
  for (let last = children.at(-1); last?.type === "text"; last = children.at(-1)) {
    const found = attributesAtEnd(last.text);
    if (!found || !(found.isKramdowns || CLASS_AT_END.test(last.text.slice(-LONGEST)))) break;
    isContents ||= found.attributes.isContents;
    id ??= found.attributes.id;
    children.pop();
    if (found.text !== "") children.push(text(found.text));
  }
  if (children.length === 0 && inlines.length > 0) return isContents ? { children, isContents } : undefined;
  return { children, isContents, ...(id !== undefined && { id }) };
}

const CLASS_AT_END = /\s\{ ?[.#][^{}\n]{1,200}\}\s{0,9}$/;

/** Whether inlines have a character that begins attributes or an identifier, or have texts that are not joined yet. */
export function mayHaveAttributes(inlines: readonly Inline[]): boolean {
  let isAfterText = false;
  for (const inline of inlines) {
    const isText = inline.type === "text";
    if (
      isText &&
      (isAfterText || inline.text === "" || inline.text.includes("{") || inline.text.includes("^"))
    )
      return true;
    isAfterText = isText;
  }
  return false;
}

/** Inlines without kramdown's attributes before them, which were on a line above the paragraph. */
function withoutLeading(inlines: Inline[]): Inline[] {
  const [first, ...others] = inlines;
  if (first?.type !== "text" || !first.text.startsWith("{:")) return inlines;
  const end = first.text.slice(0, LONGEST).indexOf("}");
  const found = end < 0 ? undefined : attributesAtEnd(first.text.slice(0, end + 1));
  const rest = first.text.slice(end + 1).trimStart();
  return found?.text === "" && !found.attributes.isContents && rest + others.length !== "0"
    ? [text(rest), ...others]
    : inlines;
}

/** It must contain a letter, because `about 10 ^6` is a number; and `x ^n` is a power. */
const IDENTIFIER = /[ \n]\^((?=[\d-]{0,40}[A-Za-z])[A-Za-z\d-]{2,40})[ \n]*$/;

/** The inlines of a paragraph without the identifier at their end, to which links refer (Obsidian, "Link to a block"). */
export function withoutIdentifier(inlines: readonly Inline[]): {
  children: readonly Inline[];
  id?: string;
} {
  const last = inlines.at(-1);
  if (last?.type !== "text" || !last.text.includes("^")) return { children: inlines };
  const found = IDENTIFIER.exec(last.text.slice(-LONGEST_IDENTIFIER));
  if (!found) return { children: inlines };
  const kept = last.text.slice(0, last.text.length - found[0].length);
  return { children: [...inlines.slice(0, -1), text(kept)], id: found[1]! };
}

/** The longest identifier with its sign and the blanks around it, in UTF-16 code units. */
const LONGEST_IDENTIFIER = 60;

/** The inlines that attributes may follow without a blank. */
const SPANS: ReadonlySet<Inline["type"]> = new Set([
  "link",
  "image",
  "codeSpan",
  "emphasis",
  "strong",
  "shortcode",
]);
const LINKED: ReadonlySet<Inline["type"]> = new Set(["link", "image"]);
/** Attributes without a value, which only links and images have: `{lazy}`, `{ data-preview }` (markdown-it-attrs). */
const WORD = String.raw`(?:[a-z]{1,20}-[a-z-]{1,40}|async|autoplay|blank|controls|download|external|hidden|lazy|loop|muted|nofollow|nolink|noopener|noreferrer)`;
/** Several words must all be attributes, because other words are text. */
const WORDS = new RegExp(String.raw`^\{ ?(?:[a-z]{2,40}|${WORD}(?: ${WORD}){0,5}) ?\}$`);
/** The size of a picture in Logseq, as Clojure writes it: `{:height 100, :width 200}`. */
const SIZE = /^\{:[a-z-]{1,20} [\d.]{1,10}(?:, {0,9}:[a-z-]{1,20} [\d.]{1,10}){0,3}\}$/;
/** The longest attributes of a span, in UTF-16 code units. */
const LONGEST = 300;

/** What a picture shows, in its attributes (quarto.org, "Figures"). */
const ALT = /\b(?:fig-)?alt=(?:"([^"]{1,300})"|'([^']{1,300})')/;

/** A picture without a description, with the one in the attributes after it. */
function described(inline: Inline, after: Inline | undefined): Inline {
  if (inline.type !== "image" || inline.alt !== "" || after?.type !== "text" || !after.text.startsWith("{"))
    return inline;
  const [, double, single] = ALT.exec(after.text.slice(0, LONGEST).split("}", 1)[0]!) ?? [];
  return { ...inline, alt: double ?? single ?? "" };
}

/** Inlines without the attributes directly after a span. */
export function spansWithoutAttributes(inlines: readonly Inline[]): readonly Inline[] {
  if (!inlines.some((inline) => inline.type === "text" && inline.text.startsWith("{"))) return inlines;
  return inlines.map((inline, nth) => {
    const before = inlines[nth - 1];
    if (inline.type === "image") return described(inline, inlines[nth + 1]);
    if (inline.type !== "text" || !before || !SPANS.has(before.type) || !inline.text.startsWith("{"))
      return inline;
    const end = inline.text.slice(0, LONGEST).indexOf("}");
    const written = inline.text.slice(0, end + 1);
    const isLinked = LINKED.has(before.type) && (WORDS.test(written) || SIZE.test(written));
    return isLinked || attributesAtEnd(written)?.text === "" ? text(inline.text.slice(end + 1)) : inline;
  });
}

/** Attributes on the last line of a paragraph (Hugo, "Markdown attributes"; Python-Markdown, "Attribute Lists"). */
const OWN_LINE = /\n[ \t]{0,9}\{ ?(?:[.#]|[\w-]{1,40}=)[^{}\n]{1,200}\}[ \t]{0,9}$/;

/** Text as written, without attributes that fill its last line. */
export function withoutLastLine(content: string): string {
  return content.endsWith("}") && content.includes("\n") ? content.replace(OWN_LINE, "") : content;
}
