/**
 * Callouts, as an extension of marked's lexer: a kind, a title, and blocks.
 *
 *     :::note A title          ::: {.callout-tip}        !!! warning "A title"      {% warning %}        {{< notice info >}}
 *     Text.                    Text.                         Text.                  Text.                Text.
 *     :::                      :::                                                  {% endwarning %}     {{< /notice >}}
 *
 * (Docusaurus and VuePress; Quarto and Pandoc; MkDocs; Jekyll; Hugo.) GitHub and Obsidian have quotations for them, whose first
 * line is `[!NOTE] A title`.
 */
import type { MarkedExtension, Token, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { type Limits, limitsOf } from "./limits.ts";

export interface CalloutToken extends Tokens.Generic {
  type: "callout";
  kind: string;
  title: Token[];
  tokens: Token[];
}

interface Found {
  readonly raw: string;
  readonly kind: string;
  readonly title: string;
  readonly content: string;
}

/** Kinds that a tag of Liquid's or Hugo's may name: any other pair encloses what it encloses. */
const KINDS = new Set(
  "admonition alert callout caution danger error hint important info note notice success tip warn warning".split(
    " ",
  ),
);
/** Those of them that say no kind: it stands in their first word. */
const UNNAMED = new Set(["admonition", "alert", "callout", "notice"]);

const COLONS = /^ {0,3}(:{3,})[ \t]{0,9}(?:\{([^{}\n]{1,200})\}|([A-Za-z][\w-]{0,40}))([^\n]*)(?:\n|$)/;
const QUOTED = /^ {0,3}> {0,3}\[!([A-Za-z][\w-]{0,40})\][-+]?(?:[ \t]([^\n]*))?(?:\n|$)/;
const MKDOCS = /^ {0,3}(?:!!!|\?\?\?\+?)[ \t]{1,9}([A-Za-z][\w-]{0,40})([^\n]*)(?:\n|$)/;
const TAG = /^ {0,3}(\{%-?|\{\{[<%])[ \t]{0,9}([A-Za-z][\w-]{0,40})([^\n{}]*)[%>-]?[%>}]\}[ \t]*(?:\n|$)/;

export const callouts: MarkedExtension = {
  extensions: [
    {
      name: "callout",
      level: "block",
      start(src) {
        const limits = limitsOf(this.lexer);
        const begins = (rest: string): boolean => calloutAt(rest, limits) !== undefined;
        const found = [":", "!", "?", "{"].map((sign) => aheadInParagraph(src, sign, begins) ?? Infinity);
        const nearest = Math.min(...found);
        return nearest === Infinity ? undefined : nearest;
      },
      tokenizer(src) {
        const found = calloutAt(src, limitsOf(this.lexer));
        if (!found) return undefined;
        const { raw, kind, title, content } = found;
        const token: CalloutToken = { type: "callout", raw, kind, title: [], tokens: [] };
        this.lexer.inline(title, token.title);
        this.lexer.blockTokens(content, token.tokens);
        return token;
      },
    },
  ],
};

function calloutAt(src: string, limits: Limits): Found | undefined {
  const first = src.trimStart()[0];
  if (first === ":") return colons(src, limits);
  if (first === "!" || first === "?") return mkdocs(src);
  if (first === ">") return quoted(src);
  return first === "{" ? tagged(src, limits) : undefined;
}

function colons(src: string, limits: Limits): Found | undefined {
  const [opening, fence = "", attributes, name = "", rest = ""] = COLONS.exec(src) ?? [];
  if (opening === undefined) return undefined;
  const kind = name || kindIn(attributes ?? "");
  // `:::` with a kind may be parted from its title by brackets, and be closed by colons at its end (Pandoc).
  const title = rest
    .replace(/^\[([^\]]*)\].*$/, "$1")
    .replaceAll(":", "")
    .replace(/\{[^{}]*\}/, "");
  const closing = new RegExp(`\\n {0,3}${fence}:*[ \\t]*(?:\\n|$)`, "g");
  return closed(src, opening, closing, { kind, title: title.trim() }, limits);
}

/** The kind that a div's attributes name: of any other div, none. */
function kindIn(attributes: string): string {
  const [first = ""] = attributes.trim().split(/\s/, 1);
  const named = /\.callout-([\w-]+)/.exec(attributes)?.[1] ?? first.replace(/^\./, "");
  return KINDS.has(named.toLowerCase()) ? named : "";
}

function tagged(src: string, limits: Limits): Found | undefined {
  const [opening, open = "", name = "", rest = ""] = TAG.exec(src) ?? [];
  if (opening === undefined || !KINDS.has(name.toLowerCase())) return undefined;
  const end = open.startsWith("{%")
    ? `\\{%-?\\s{0,9}end${name}\\s{0,9}-?%\\}`
    : `\\{\\{[<%]\\s{0,9}/\\s{0,9}${name}\\s{0,9}[%>]\\}\\}`;
  const closing = new RegExp(`\\n {0,3}${end}[ \\t]*(?:\\n|$)`, "g");
  const words = rest.match(/[A-Za-z][\w-]*/g) ?? [];
  const kind = UNNAMED.has(name.toLowerCase())
    ? (words.find((word) => KINDS.has(word.toLowerCase())) ?? "note")
    : name;
  const title = /\btitle\s{0,3}=\s{0,3}["']([^"'\n]{1,200})["']/.exec(rest)?.[1] ?? "";
  return closed(src, opening, closing, { kind, title }, limits);
}

/** A callout up to what closes it; undefined if nothing does. */
function closed(
  src: string,
  opening: string,
  closing: RegExp,
  about: { kind: string; title: string },
  limits: Limits,
): Found | undefined {
  if (!limits.isPatient) return undefined;
  closing.lastIndex = opening.length - 1;
  const match = closing.exec(src);
  if (!match) {
    limits.soughtInVain(src.length);
    return undefined;
  }
  const content = src.slice(opening.length, Math.max(opening.length, match.index));
  return { ...about, raw: src.slice(0, closing.lastIndex), content };
}

/** The lines that a quotation's sign stands before. */
function quoted(src: string): Found | undefined {
  const [opening, kind = "", title = ""] = QUOTED.exec(src) ?? [];
  if (opening === undefined) return undefined;
  const lines: string[] = [];
  let end = opening.length;
  while (end < src.length) {
    const next = src.indexOf("\n", end);
    const line = src.slice(end, next < 0 ? src.length : next);
    const sign = /^ {0,3}> ?/.exec(line)?.[0];
    if (sign === undefined) break;
    lines.push(line.slice(sign.length));
    end = Math.min(src.length, end + line.length + 1);
  }
  return { raw: src.slice(0, end), kind, title, content: lines.join("\n") };
}

/** The lines below that are indented by four columns. */
function mkdocs(src: string): Found | undefined {
  const [opening, kind = "", rest = ""] = MKDOCS.exec(src) ?? [];
  if (opening === undefined) return undefined;
  const lines: string[] = [];
  let end = opening.length;
  let kept = end;
  while (end < src.length) {
    const next = src.indexOf("\n", end);
    const line = src.slice(end, next < 0 ? src.length : next);
    const isBlank = line.trim() === "";
    if (!isBlank && !/^(?: {4}|\t)/.test(line)) break;
    lines.push(line.replace(/^(?: {4}|\t)/, ""));
    end += line.length + 1;
    if (!isBlank) kept = Math.min(end, src.length);
  }
  const title = /"([^"\n]{0,200})"/.exec(rest)?.[1] ?? "";
  return { raw: src.slice(0, kept), kind, title, content: lines.join("\n").trimEnd() };
}
