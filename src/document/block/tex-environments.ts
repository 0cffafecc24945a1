/**
 * LaTeX's environments and headings, which Pandoc and Quarto read in Markdown, as an extension of marked's lexer. Formulas and
 * theorems have extensions of their own; the content of all others is Markdown.
 *
 *     \begin{quote}        \begin{itemize}            \begin{tabular}{lr}      \section{A title}
 *     Some text.             \item One                  a & b \\ \hline
 *     \end{quote}            \item Two                  1 & 2
 *                          \end{itemize}              \end{tabular}
 *
 * Each becomes the token of what it means. Of an unknown one, a quiet sign and the content remain.
 */
import type { Lexer, MarkedExtension, Token, Tokens } from "marked";
import { aheadInParagraph } from "./ahead.ts";
import { beginsWith } from "./block-rules.ts";
import type { DefinitionListToken } from "./definition-lists.ts";
import { boxToken, code, figured, quotation, table } from "./directives/tokens.ts";
import { isTexAlone } from "../inline/looks-like-tex.ts";
import { type Limits, limitsOf } from "../limits.ts";
import { tabularRows } from "./tex-rows.ts";
import { tableOf } from "../../text/own.ts";

const BEGIN = /^ {0,3}\\begin\{([A-Za-z]{2,30})(\*?)\}/;
const HEADING =
  /^ {0,3}\\(chapter|(?:sub){0,2}section)\*?(?:\[[^[\]\n]{0,200}\])?\{([^{}\n]{1,300}(?:\{[^{}\n]{0,200}\}[^{}\n]{0,200}){0,9})\}[ \t]{0,9}(?:\\label\{([^{}\n]{1,100})\})?[ \t]{0,9}(?:\n|$)/;
const DEPTHS = tableOf<number>({ chapter: 1, section: 2, subsection: 3, subsubsection: 4 });

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

const QUOTES = words("displayquote displayquotation quotation quote verse");
const LISTS = words("compactitem compactenum enumerate itemize");
const CODE = words("alltt lstlisting minted Verbatim verbatim");
const FIGURES = words("figure longtable sidewaysfigure sidewaystable subfigure table wrapfigure");
const TABLES = words("tabular tabularx tabulary tabu");
/** Environments for the look of their content. */
const PLAIN = words(
  "center column columns document flushleft flushright footnotesize frame landscape large minipage multicols small spacing sloppypar " +
    "titlepage adjustwidth singlespace doublespace onehalfspace raggedright",
);
const HIDDEN = words("comment filecontents");

interface Environment {
  readonly raw: string;
  readonly name: string;
  /** What follows its name in brackets and in braces. */
  readonly options: string;
  readonly content: string;
}

const mayBegin = beginsWith("\\");

export const texEnvironments: MarkedExtension = {
  extensions: [
    {
      name: "texEnvironment",
      level: "block",
      start(src) {
        const limits = limitsOf(this.lexer);
        return aheadInParagraph(
          src,
          "\\",
          (rest) => HEADING.test(rest) || environmentAt(rest, limits) !== undefined,
        );
      },
      tokenizer(src) {
        if (!mayBegin(src)) return undefined;
        const found = environmentAt(src, limitsOf(this.lexer));
        return found ? tokenOf(found, this.lexer) : headingAt(src, this.lexer);
      },
    },
  ],
};

function headingAt(src: string, lexer: Lexer): Tokens.Generic | undefined {
  const [raw, name = "", title = "", anchor] = HEADING.exec(src) ?? [];
  if (raw === undefined) return undefined;
  const heading = { type: "heading", raw, depth: DEPTHS[name]!, text: title, tokens: lexer.inline(title) };
  return { ...heading, ...(anchor !== undefined && { anchor }) };
}

/** Options and names right after the name of an environment. */
const OPTIONS = /^(?:\[[^[\]\n]{0,300}\]|\{(?:[^{}\n]|\{[^{}\n]{0,99}\}){0,300}\}){0,4}/;

function environmentAt(src: string, limits: Limits): Environment | undefined {
  const [begin = "", name = "", star = ""] = BEGIN.exec(src) ?? [];
  if (name === "" || !limits.isPatient) return undefined;
  const end = endOf(src, begin.length, `${name}${star}`);
  if (end < 0) {
    limits.soughtInVain(src.length);
    return undefined;
  }
  const closer = `\\end{${name}${star}}`;
  const [rest = ""] =
    /^[ \t]{0,9}(?:\n|$)/.exec(src.slice(end + closer.length, end + closer.length + 12)) ?? [];
  const inner = src.slice(begin.length, end);
  const [options = ""] = OPTIONS.exec(inner) ?? [];
  return {
    raw: src.slice(0, end + closer.length + rest.length),
    name,
    options,
    content: inner.slice(options.length),
  };
}

/** The offset of the end of an environment, which may contain others of its name; -1 if there is none. */
function endOf(src: string, from: number, name: string): number {
  const [begin, end] = [`\\begin{${name}}`, `\\end{${name}}`];
  let depth = 1;
  let inner = src.indexOf(begin, from);
  for (let at = src.indexOf(end, from); at >= 0; at = src.indexOf(end, at + end.length)) {
    for (; inner >= 0 && inner < at; inner = src.indexOf(begin, inner + begin.length)) depth++;
    if (--depth === 0) return at;
  }
  return -1;
}

function tokenOf(environment: Environment, lexer: Lexer): Tokens.Generic {
  const { raw, name, options, content } = environment;
  const body = dedented(content);
  const named = new Map<string, string>();
  const items = itemsIn(content);
  if (QUOTES.has(name))
    return quotation(raw, name === "verse" ? body.replace(/\\\\[ \t]*\n/g, "\\\n") : body, lexer);
  if (LISTS.has(name) && items.length > 0) return listOf(environment, items, lexer);
  if (name === "description" && items.length > 0) return descriptions(raw, items, lexer);
  if (CODE.has(name)) return codeOf(environment);
  if (HIDDEN.has(name)) return { type: "label", raw };
  if (name === "thebibliography") return listOf(environment, worksIn(content), lexer);
  if (FIGURES.has(name)) {
    const { caption, rest } = captioned(body);
    return figured(
      raw,
      name === "longtable" ? `\\begin{tabular}${options}\n${rest}\n\\end{tabular}` : rest,
      caption,
      lexer,
    );
  }
  if (TABLES.has(name)) {
    const { rows, isHeaded } = tabularRows(body);
    if (isHeaded) named.set("header-rows", "1");
    named.set("align", columnsOf(options));
    return table({ raw, name, argument: "", options: named, body: raw }, rows, lexer);
  }
  if (name === "abstract") return boxToken(raw, name, "", body, lexer);
  if (PLAIN.has(name) || LISTS.has(name) || name === "description") return boxToken(raw, "", "", body, lexer);
  // Formulas in an environment that is not known.
  if (isTexAlone(content)) return { type: "math", raw, text: raw.trim() };
  const token = boxToken(raw, "", "", body, lexer);
  const rest = options.replace(/[[\]{}]+/g, " ").trim();
  return { ...token, tokens: [{ type: "stray", raw: "", text: `‹${name}›`, rest }, ...token.tokens] };
}

interface Item {
  readonly label: string;
  readonly text: string;
}

/** The letters of a table's columns: `lrp` for `{l|r@{ }p{3cm}}`. */
function columnsOf(options: string): string {
  const last = options.replace(/\{[^{}]{0,99}\}(?!$)/g, "").replace(/[@!<>]/g, "");
  return /\{?([clrpmbXLCRS|\s]{1,60})\}?$/.exec(last)?.[1]?.replace(/[|\s]/g, "") ?? "";
}

/** Items by their mark. Marks in a list within the list belong to that one. */
function itemsIn(content: string): Item[] {
  const items: Item[] = [];
  let depth = 0;
  let at = -1;
  let label = "";
  const take = (end: number): void => {
    if (at >= 0) items.push({ label, text: dedented(content.slice(at, end)) });
  };
  for (const { 0: written, 1: kind, 2: own = "", index } of content.matchAll(MARK)) {
    if (kind !== "item") depth += kind === "begin" ? 1 : -1;
    else if (depth === 0) {
      take(index);
      at = index + written.length;
      label = own;
    }
  }
  take(content.length);
  return items;
}

const MARK = /\\(begin|end|item)(?![A-Za-z])[ \t]{0,9}(?:\[([^[\]\n]{0,300})\])?[ \t]{0,9}/g;

function listOf({ raw, name }: Environment, written: readonly Item[], lexer: Lexer): Tokens.Generic {
  const ordered = name.includes("enum");
  const items = written.map(({ label, text }) => {
    const tokens = blocksOf(label === "" ? text : `${label} ${text}`, lexer);
    return { type: "list_item", raw: text, task: false, loose: false, text, tokens };
  });
  const loose = items.some(({ tokens }) => tokens.filter(({ type }) => type === "paragraph").length > 1);
  return { type: "list", raw, ordered, start: ordered ? 1 : "", loose, items };
}

const WORK = /\\bibitem(?:\[[^[\]\n]{0,200}\])?\{([^{}\n]{1,100})\}/;

/** The works of a bibliography, each with its key in brackets, as a citation shows it. */
function worksIn(content: string): Item[] {
  const [, ...parts] = content.split(WORK);
  return parts.flatMap((key, nth) =>
    nth % 2 === 0 ? [{ label: `\\[${key}\\]`, text: dedented(parts[nth + 1] ?? "").trim() }] : [],
  );
}

function descriptions(raw: string, written: readonly Item[], lexer: Lexer): DefinitionListToken {
  const items = written.map(({ label, text }) => ({
    terms: [lexer.inline(label)],
    definitions: [blocksOf(text, lexer)],
  }));
  return { type: "definitionList", raw, items };
}

function blocksOf(content: string, lexer: Lexer): Token[] {
  return limitsOf(lexer).within(() => lexer.blockTokens(content, []));
}

function codeOf({ raw, name, options, content }: Environment): Tokens.Generic {
  const language = /\blanguage=\{?([\w+#-]{1,30})/i.exec(options)?.[1] ?? "";
  const caption = /\bcaption=\{?([^{},\]]{1,200})/.exec(options)?.[1];
  const own = name === "minted" ? (/\{([\w+#-]{1,30})\}$/.exec(options)?.[1] ?? "") : language;
  const named = new Map(caption === undefined ? [] : [["caption", caption]]);
  const body = content.replace(/^[ \t]*\n/, "");
  return code({ raw, name, argument: "", options: named, body }, own.toLowerCase());
}

const CAPTION = /\\caption\*?(?:\[[^[\]\n]{0,300}\])?\{((?:[^{}]|\{[^{}]{0,300}\}){1,2000})\}/;

function captioned(body: string): { readonly caption: string; readonly rest: string } {
  const match = CAPTION.exec(body);
  if (!match) return { caption: "", rest: body };
  const rest = `${body.slice(0, match.index)}\n${body.slice(match.index + match[0].length)}`;
  return { caption: match[1]!.replaceAll("\n", " "), rest };
}

const INDENTED =
  /^[ \t]{0,40}(?:[-+*]|\d{1,9}[.)]|`{3}|~{3}|\\begin\{(?:alltt|lstlisting|minted|[Vv]erbatim)\})/m;

/**
 * The content without the indentation of its lines, which TeX ignores; if Markdown's blocks or code in it depend on the indentation,
 * without as much as all lines share.
 */
function dedented(content: string): string {
  const text = content.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
  if (!INDENTED.test(text)) return text.replace(/^[ \t]+/gm, "");
  const indents = text.match(/^[ \t]*(?=\S)/gm) ?? [];
  const common = indents.reduce((least, { length }) => Math.min(least, length), Infinity);
  return text
    .split("\n")
    .map((line) => line.slice(common))
    .join("\n");
}
