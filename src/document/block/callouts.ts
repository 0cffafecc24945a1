/**
 * Callouts, as an extension of marked's lexer: a kind, a title, and blocks.
 *
 *     :::note A title          ::: {.callout-tip}        !!! warning "A title"      === "A tab"
 *     Text.                    ## A title                    Text.                      Text.
 *     :::                      :::
 *
 * (Docusaurus and VuePress; Quarto and Pandoc; MkDocs, whose tabs have no kind.) GitHub and Obsidian have quotations for them,
 * whose first line is `[!NOTE] A title`. Those between a generator's tags are enclosures: see `tags/enclosures.ts`.
 */
import type { MarkedExtension, Token, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { beginsWith, endsParagraph } from "./block-rules.ts";
import { isTheorem, theoremKind } from "./theorems.ts";
import { withTabs } from "./tab-marks.ts";
import { withTagsShown } from "../tags/scan.ts";
import { type Limits, limitsOf } from "../limits.ts";

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

/** The kinds of callouts that the classes of a div may name. */
export const CALLOUT_KINDS: ReadonlySet<string> = new Set(
  "admonition alert callout caution danger error hint important info note notice success tip warn warning".split(
    " ",
  ),
);
const COLONS = /^ {0,3}(:{3,})[ \t]{0,9}(?:\{([^{}\n]{1,200})\}|([A-Za-z][\w-]{0,40}))([^\n]*)(?:\n|$)/;
const QUOTED =
  /^ {0,3}> {0,3}\[!([A-Za-z][\w-]{0,40}(?: [\w-]{1,40}){0,3})(?:\|[^\]\n]{0,100})?\][-+]?(?![([:])([^\n]*)(?:\n|$)/;
const MKDOCS = /^ {0,3}(?:!!!|\?\?\?\+?)[ \t]{1,9}([A-Za-z][\w-]{0,40})([^\n]*)(?:\n|$)/;
const MKDOCS_TAB = /^ {0,3}===[!+]?[ \t]{1,9}(["'][^"'\n]{1,200}["'])[ \t]*(?:\n|$)/;
/** A heading at the beginning of a callout in Quarto is its title (quarto.org, "Callout Blocks"). */
const QUARTOS_TITLE = /^\s*#{1,6}[ \t]+(\S[^\n]*)(?:\n|$)/;

/** The characters that begin such a block. */
const SIGNS = ":!?=#";
const mayBegin = beginsWith(SIGNS + ">");

export const callouts: MarkedExtension = {
  extensions: [
    {
      name: "callout",
      level: "block",
      start(src) {
        const limits = limitsOf(this.lexer);
        const begins = (rest: string): boolean =>
          calloutAt(rest, limits) !== undefined || strayAt(rest) !== undefined;
        return aheadInParagraph(src, SIGNS, begins);
      },
      tokenizer(src) {
        if (!mayBegin(src)) return undefined;
        const found = calloutAt(src, limitsOf(this.lexer));
        if (!found) return strayAt(src);
        const { raw, kind, title, content } = found;
        const token: CalloutToken = { type: "callout", raw, kind, title: [], tokens: [] };
        this.lexer.inline(title, token.title);
        limitsOf(this.lexer).within(() => this.lexer.blockTokens(content, token.tokens));
        return token;
      },
    },
  ],
};

function afterLine(src: string, at: number): number {
  const end = src.indexOf("\n", at);
  return end < 0 ? src.length : end + 1;
}

const STRAY = /^ {0,3}(:{3,})(?!:)[ \t]{0,9}(?:([A-Za-z][\w-]{0,40})|\{([^{}\n]{1,200})\})?([^\n]*)(?:\n|$)/;

/** The documentation of an object of a program, and indented options (mkdocstrings, "Autodoc syntax"). */
const OBJECT =
  /^ {0,3}::: {0,3}([A-Za-z_]\w{0,60}(?:[.:/]\w{1,60}){1,12})[ \t]*(?:\n|$)((?:(?: {4}|\t)[^\n]*(?:\n|$)){0,99})/;

/** A question that Logseq answers ("Advanced queries"). */
const QUERY =
  /^ {0,3}#\+BEGIN_QUERY[^\n]{0,200}\n(?:(?![ \t]{0,40}#\+END_QUERY)[^\n]{0,500}\n){0,60}[ \t]{0,40}#\+END_QUERY[ \t]{0,40}(?:\n|$)/i;

/** A fence of colons without its counterpart: the quiet sign of its kind, and the rest of its line. */
function strayAt(src: string): Tokens.Generic | undefined {
  const [object, path] = OBJECT.exec(src) ?? [];
  if (object !== undefined) return { type: "stray", raw: object, text: `‹${path}›`, rest: "" };
  const [query] = QUERY.exec(src) ?? [];
  if (query !== undefined)
    return {
      type: "stray",
      raw: query,
      text: "‹query›",
      rest: /:title "([^"\n]{1,200})"/.exec(query)?.[1] ?? "",
    };
  const [raw, colons, name, attributes, rest = ""] = STRAY.exec(src) ?? [];
  if (raw === undefined || (name === undefined && attributes === undefined && rest.trim() !== ""))
    return undefined;
  const kind = name ?? (attributes && (kindIn(attributes) || attributes.trim().slice(0, 40)));
  return { type: "stray", raw, text: kind === undefined ? colons! : `‹${kind}›`, rest: rest.trim() };
}

function calloutAt(src: string, limits: Limits): Found | undefined {
  const first = src.trimStart()[0];
  if (first === ":") return colons(src, limits);
  if (first === "!" || first === "?" || first === "=") return mkdocs(src);
  if (first === ">") return quoted(src);
  if (first === "#") return orgs(src, limits);
  return undefined;
}

function colons(src: string, limits: Limits): Found | undefined {
  const [opening, fence = "", attributes, name = "", rest = ""] = COLONS.exec(src) ?? [];
  if (opening === undefined || OBJECT.test(src)) return undefined;
  const kind = name === "" ? kindIn(attributes ?? "") : isPlain(name) ? "" : name.replace(/^callout-/, "");
  // Brackets may separate `:::` and its kind from the title, and colons may follow it (Pandoc).
  const title = rest
    .replace(/^\[([^\]]*)\].*$/, "$1")
    .replaceAll(":", "")
    .replace(/\{[^{}]*\}/, "");
  const end = endOfColons(src, opening.length, fence.length, limits);
  if (!end) return undefined;
  const written = src.slice(opening.length, end.start);
  const content = name === "v-pre" ? withTagsShown(written) : TABS.has(name) ? withTabs(written) : written;
  const found = { kind, title: title.trim(), raw: src.slice(0, end.end), content };
  return attributes === undefined ? found : titled(found, attributes);
}

/** A Quarto callout with the title from its attributes or its first heading. */
function titled(found: Found, attributes: string): Found {
  const named = /\b(?:title|name)=(?:"([^"]*)"|'([^']*)')/.exec(attributes);
  const title = named?.[1] ?? named?.[2] ?? found.title;
  const heading =
    title === "" && (CALLOUT_KINDS.has(found.kind) || isTheorem(found.kind))
      ? QUARTOS_TITLE.exec(found.content)
      : null;
  return heading
    ? { ...found, title: heading[1]!, content: found.content.slice(heading[0].length) }
    : { ...found, title };
}

/** The kind in the attributes of a div: of a callout or of a margin note; empty for other divs. */
function kindIn(attributes: string): string {
  const [first = ""] = attributes.trim().split(/\s/, 1);
  const beside = /\.(column-margin|aside|marginnote|sidenote)(?![\w-])/.exec(attributes)?.[1];
  const named = beside ?? /\.callout-([\w-]+)/.exec(attributes)?.[1] ?? first.replace(/^\./, "");
  const theorem = theoremKind(/^#([a-z]{3,4})-/.exec(first)?.[1] ?? named);
  if (theorem !== undefined) return theorem;
  return beside !== undefined || CALLOUT_KINDS.has(named.toLowerCase()) ? named : "";
}

/** Groups of tabs in VuePress. */
const TABS = new Set(["code-tabs", "tabs"]);

/** Whether a div of Pandoc or VuePress is only for the look of the page. */
function isPlain(name: string): boolean {
  return /^(?:code-group|code-tabs|columns?|incremental|panel-tabset|slide|tabs|v-pre|raw)$/i.test(name);
}

/** A fence of code, or one of colons, which opens a block if words follow. */
const FENCES = /^ {0,3}(?:(?<code>`{3,}|~{3,})|(?<colons>:{3,})(?!:)(?<words>[^\n:]*))/gm;

/** The start and the end of the fence that closes a block with this number of colons. */
export function endOfColons(
  src: string,
  from: number,
  colons: number,
  limits: Limits,
): { readonly start: number; readonly end: number } | undefined {
  if (!limits.isPatient) return undefined;
  const fences = new RegExp(FENCES);
  fences.lastIndex = from;
  let depth = 1;
  let code: string | undefined;
  for (let match = fences.exec(src); match; match = fences.exec(src)) {
    const { code: fence, colons: own = "", words } = match.groups!;
    if (fence !== undefined && (code === undefined || fence.startsWith(code)))
      code = code === undefined ? fence : undefined;
    else if (code === undefined && own.length >= colons) depth += words?.trim() === "" ? -1 : 1;
    if (depth === 0) return { start: match.index, end: afterLine(src, fences.lastIndex) };
  }
  limits.soughtInVain(src.length);
  return undefined;
}

/** An Org block, which Logseq uses for callouts: `#+BEGIN_NOTE`. */
const ORGS = /^ {0,3}#\+BEGIN_(CAUTION|CENTER|IMPORTANT|NOTE|PINNED|QUOTE|TIP|VERSE|WARNING)\b[^\n]*\n/i;

function orgs(src: string, limits: Limits): Found | undefined {
  const [opening, kind = ""] = ORGS.exec(src) ?? [];
  if (opening === undefined || !limits.isPatient) return undefined;
  const closing = new RegExp(String.raw`^[ \t]{0,40}#\+END_${kind}[ \t]*(?:\n|$)`, "gim");
  closing.lastIndex = opening.length;
  const end = closing.exec(src);
  if (!end) {
    limits.soughtInVain(src.length);
    return undefined;
  }
  const isPlain = /^(?:center|verse)$/i.test(kind);
  const content = src.slice(opening.length, end.index);
  return { raw: src.slice(0, closing.lastIndex), kind: isPlain ? "" : kind, title: "", content };
}

/** The lines of a quotation with its sign, and the lines that continue its last paragraph. */
function quoted(src: string): Found | undefined {
  const [opening, kind = "", title = ""] = QUOTED.exec(src) ?? [];
  if (opening === undefined) return undefined;
  const lines: string[] = [];
  let end = opening.length;
  while (end < src.length) {
    const next = src.indexOf("\n", end);
    const line = src.slice(end, next < 0 ? src.length : next);
    const sign = /^ {0,3}> ?/.exec(line)?.[0];
    if (sign === undefined && !goesOn(lines.at(-1), src, end)) break;
    lines.push(line.slice(sign?.length ?? 0));
    end = Math.min(src.length, end + line.length + 1);
  }
  return { raw: src.slice(0, end), kind, title: title.trim(), content: lines.join("\n") };
}

/** Whether a line continues the paragraph of the line above it (CommonMark 5.1, "laziness"). */
function goesOn(above: string | undefined, src: string, at: number): boolean {
  const isText = above !== undefined && /\S/.test(above) && !BEGINS_NO_TEXT.test(above);
  return isText && !endsParagraph(src, at) && !BEGINS_BLOCK.test(src.slice(at, at + 100));
}

const BEGINS_NO_TEXT = /^(?: {4}|\t| {0,3}(?:#{1,6}(?:\s|$)|`{3}|~{3}|\||<))/;
const BEGINS_BLOCK =
  /^ {0,3}(?:[-+*][ \t]|\d{1,9}[.)][ \t]|[-*_][ \t]{0,9}[-*_]|<|:::|!!!|\{[{%]|\[\^|\||\n|$)/;

/** The lines below that are indented by four columns. */
function mkdocs(src: string): Found | undefined {
  const [tab, label = ""] = MKDOCS_TAB.exec(src) ?? [];
  const [opening, kind = "", rest = ""] = tab === undefined ? (MKDOCS.exec(src) ?? []) : [tab, "", label];
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
  const content = lines.join("\n").trimEnd();
  const title = titleAfter(rest);
  if (tab === undefined && title.isWords && content === "") return undefined;
  // A word that is no kind, with nothing else, is an exclamation.
  if (rest.trim() === "" && content === "" && !CALLOUT_KINDS.has(kind.toLowerCase())) return undefined;
  return { raw: src.slice(0, kept), kind, title: title.text, content };
}

/** Classes that move a callout to the side of the page (Material for MkDocs, "Admonitions"). */
const PLACES = /^(?:(?:inline|end|left|right|collapse|open)(?=\s|$)\s*)+/;

/**
 * The title after the kind. Python-Markdown wants it in quotation marks, and takes other words for classes; `isWords`: there are only
 * such words, which may as well be the rest of a sentence.
 */
function titleAfter(rest: string): { readonly text: string; readonly isWords: boolean } {
  const named = /"([^"\n]{0,200})"|'([^'\n]{0,200})'(?!\p{L})/u.exec(rest);
  const quoted = named?.[1] ?? named?.[2];
  if (quoted !== undefined) return { text: quoted, isWords: false };
  const words = rest.trim().replace(PLACES, "");
  // An unclosed quotation mark ends with the line.
  const isUnclosed = /^["']/.test(words);
  return { text: isUnclosed ? words.slice(1).trim() : words, isWords: words !== "" && !isUnclosed };
}
