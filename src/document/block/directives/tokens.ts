/**
 * The token of a directive: the same token that the lexer makes from equivalent Markdown or HTML.
 */
import type { Lexer, Token, Tokens } from "marked";
import type { CalloutToken } from "../callouts/callouts.ts";
import type { Alignment } from "../../document.ts";
import type { DefinitionListToken } from "../definition-lists.ts";
import type { DrawnTableToken } from "../drawn-tables.ts";
import { limitsOf } from "../../limits.ts";
import type { MathToken } from "../math-blocks.ts";
import { theoremKind } from "../../theorem-kinds.ts";
import {
  BESIDE,
  CALLOUTS,
  CODE,
  FILES,
  FOLDED,
  FRAMES,
  MADE,
  OBJECTS,
  OTHER_CODE,
  PLAIN,
  QUOTES,
  TITLED,
  UNSEEN,
  VERSIONS,
} from "./kinds.ts";
import { commaRows, listRows } from "./rows.ts";
import { tableOf } from "../../../text/own.ts";

export interface Directive {
  readonly raw: string;
  readonly name: string;
  /** The rest of its first line. */
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
  readonly body: string;
}

/** The token of a directive; undefined for a name that is not known. */
export function directiveToken(directive: Directive, lexer: Lexer): Tokens.Generic | undefined {
  const token = tokenOf(directive, lexer);
  const anchor = directive.options.get("name") ?? directive.options.get("label");
  return token && (anchor === undefined ? token : { ...token, anchor });
}

function tokenOf(directive: Directive, lexer: Lexer): Tokens.Generic | undefined {
  const { raw, argument, options, body } = directive;
  const name = directive.name.toLowerCase();
  const box = (kind: string, title: string, content: string): CalloutToken =>
    boxToken(raw, kind, title, content, lexer);
  const version = VERSIONS.get(name);
  const theorem = theoremKind(name.replace(/^(?:prf|proof):/, ""));
  const other = OTHER_CODE.get(name);
  if (CALLOUTS.has(name)) return callout(directive, name, lexer);
  if (version !== undefined) return box("note", `${version} ${argument}`.trim(), body);
  if (theorem !== undefined || name === "exercise" || name === "solution")
    return box(theorem ?? name, argument, body);
  if (FOLDED.has(name)) return box("details", argument, body);
  if (name === "tab-item" || name === "tab") return box("tab", argument, body);
  if (BESIDE.has(name)) return box("aside", "", underTitle(argument, body));
  if (PLAIN.has(name)) return box("", "", body);
  if (TITLED.has(name))
    return box("", "", underTitle(linked(argument, options.get("link")), withoutEdges(body)));
  if (CODE.has(name)) return code(directive, argument);
  if (other !== undefined) return code(directive, other);
  if (FILES.has(name)) return sign(raw, argument);
  if (MADE.has(name)) return sign(raw, argument || name);
  if (UNSEEN.has(name)) return { type: "label", raw };
  if (FRAMES.has(name)) return frame(directive, name, lexer);
  if (OBJECTS.test(name)) return box("", "", `\`${argument.replaceAll("`", "")}\`\n\n${body}`);
  return namedToken(directive, name, lexer);
}

function namedToken(directive: Directive, name: string, lexer: Lexer): Tokens.Generic | undefined {
  const { raw, argument, options, body } = directive;
  switch (name) {
    case "figure":
    case "carousel":
      return figured(raw, picture(argument, options), body, lexer);
    case "image":
      return boxToken(raw, "", "", picture(argument, options), lexer);
    case "math":
      return { type: "math", raw, text: `${argument}\n${body}`.trim() } satisfies MathToken;
    case "table":
      return argument === "" ? boxToken(raw, "", "", body, lexer) : figured(raw, body, argument, lexer);
    case "list-table":
      return table(directive, listRows(body), lexer);
    case "csv-table":
      return table(directive, commaRows([options.get("header") ?? "", body].join("\n")), lexer);
    case "toctree":
      return options.has("hidden") ? sign(raw, name) : boxToken(raw, "", "", pages(directive), lexer);
    case "glossary":
      return glossary(raw, body, lexer);
    case "raw":
      return { type: "code", raw, lang: `{=${argument || "html"}}`, text: body };
    case "button-link":
    case "button-ref":
      return boxToken(raw, "", "", linked(body.trim() || argument, argument), lexer);
    default:
      return QUOTES.has(name) ? quotation(raw, body, lexer) : undefined;
  }
}

/** A box around content: a callout, or nothing visible if `kind` is empty. */
export function boxToken(
  raw: string,
  kind: string,
  title: string,
  content: string,
  lexer: Lexer,
): CalloutToken {
  const token: CalloutToken = { type: "callout", raw, kind, title: [], tokens: [] };
  lexer.inline(title, token.title);
  blocksInto(token.tokens, content, lexer);
  return token;
}

function blocksInto(tokens: Token[], content: string, lexer: Lexer): void {
  limitsOf(lexer).within(() => lexer.blockTokens(content, tokens));
}

/** A callout. Its first line is its title, or its text if there is no other text. */
function callout({ raw, argument, options, body }: Directive, name: string, lexer: Lexer): CalloutToken {
  const said = options.get("kind");
  if (said !== undefined) return boxToken(raw, said, argument, body, lexer);
  const named = (options.get("class") ?? "")
    .split(/\s+/)
    .find((one) => one !== "admonition" && CALLOUTS.has(one));
  const kind =
    name === "admonition" || name === "topic" ? (named ?? "note") : name === "seealso" ? "see also" : name;
  return body.trim() === "" && name !== "admonition"
    ? boxToken(raw, kind, "", argument, lexer)
    : boxToken(raw, kind, argument, body, lexer);
}

/** A card without the lines between its header, its body and its footer (sphinx-design, "Cards"). */
function withoutEdges(body: string): string {
  return body.replace(/^[ \t]{0,9}(?:\^{3,}|\+{3})[ \t]{0,9}$/gm, "");
}

function underTitle(title: string, body: string): string {
  return title === "" ? body : `**${title}**\n\n${body}`;
}

function linked(text: string, address: string | undefined): string {
  return address === undefined || text === "" ? text : `[${text}](<${address}>)`;
}

function picture(src: string, options: Directive["options"]): string {
  const alt = (options.get("alt") ?? "").replace(/[[\]]/g, "\\$&");
  const image = `![${alt}](<${src.replace(/[<>]/g, "")}>)`;
  const target = options.get("target");
  return target !== undefined && /^https?:/.test(target) ? linked(image, target) : image;
}

/** Content with a caption. */
export function figured(raw: string, content: string, caption: string, lexer: Lexer): CalloutToken {
  if (caption.trim() === "") return boxToken(raw, "", "", content, lexer);
  const source = `<figure>\n\n${content}\n\n<figcaption>\n\n${caption}\n\n</figcaption>\n\n</figure>\n`;
  return boxToken(raw, "", "", source, lexer);
}

/** Code with a caption, if its options name one. */
export function code({ raw, body, options }: Directive, language: string): Tokens.Generic {
  const caption = (options.get("caption") ?? options.get("filename"))?.replaceAll('"', "”");
  const title = caption === undefined ? "" : ` title="${caption}"`;
  return { type: "code", raw, lang: (language || "text").split(/\s/, 1)[0]! + title, text: body.trimEnd() };
}

/** The quiet sign of something that the site would show here. */
function sign(raw: string, name: string): Tokens.Generic {
  return { type: "stray", raw, text: `‹${name}›`, rest: "" };
}

const SERVICES = tableOf<string>({
  youtube: "https://www.youtube.com/watch?v=",
  vimeo: "https://vimeo.com/",
});

function frame({ raw, argument, body }: Directive, name: string, lexer: Lexer): Tokens.Generic {
  const src = (SERVICES[name] ?? "") + argument;
  const element = name === "video" || name === "audio" ? name : "iframe";
  const player = `<${element} src="${src.replace(/["<>]/g, "")}"></${element}>`;
  return figured(raw, player, body, lexer);
}

/** The pages of a table of contents, as links: `Title <path>`, or a path. */
function pages({ argument, options, body }: Directive): string {
  const lines = body.split("\n").flatMap((line): string[] => {
    const [, title, path = line.trim()] =
      /^\s{0,40}([^<>]{1,300}?)\s{0,9}<([^<>]{1,300})>\s{0,9}$/.exec(line) ?? [];
    if (path === "" || path.startsWith(":")) return [];
    if (/[*]/.test(path) || path === "self") return [`- ${path.replaceAll("*", "\\*")}`];
    const href = /^https?:|\.[a-z]{2,8}$/i.test(path) ? path : `${path}.md`;
    return [`- ${linked(title ?? path, href)}`];
  });
  return underTitle(options.get("caption") ?? argument, lines.join("\n"));
}

/** A quotation, with a dash before the author in its last line. */
export function quotation(raw: string, body: string, lexer: Lexer): Tokens.Generic {
  const token = { type: "blockquote", raw, text: body, tokens: [] as Token[] };
  blocksInto(token.tokens, body.replace(/^--+[ \t]{1,9}(?=\S)/m, "— "), lexer);
  return token;
}

/** Terms, each with its meaning indented below it. */
function glossary(raw: string, body: string, lexer: Lexer): DefinitionListToken {
  const items: { terms: Token[][]; definitions: Token[][] }[] = [];
  let meaning: string[] = [];
  const close = (): void => {
    const tokens: Token[] = [];
    blocksInto(tokens, meaning.join("\n"), lexer);
    if (meaning.some((line) => line.trim() !== "")) items.at(-1)?.definitions.push(tokens);
    meaning = [];
  };
  for (const line of body.split("\n")) {
    if (/^\s/.test(line) || line === "") meaning.push(line.trimStart());
    else {
      const follows = items.length > 0 && meaning.length === 0 && items.at(-1)!.definitions.length === 0;
      close();
      if (follows) items.at(-1)!.terms.push(lexer.inline(line));
      else items.push({ terms: [lexer.inline(line)], definitions: [] });
    }
  }
  close();
  return { type: "definitionList", raw, items };
}

/** By the letters of LaTeX; a column of paragraphs (`p`, `X`) has the usual one. */
const ALIGNMENTS = tableOf<Alignment>({ c: "center", l: "left", r: "right" });

/**
 * A table of rows whose cells are Markdown; its argument is its caption. The option `align` has a letter for each column.
 */
export function table(
  { raw, argument, options }: Directive,
  rows: readonly (readonly string[])[],
  lexer: Lexer,
): Tokens.Generic {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const limits = limitsOf(lexer);
  if (columns === 0 || !limits.holds("cells", columns * rows.length))
    return code({ raw, argument, options, name: "", body: raw }, "");
  const cell = (text: string): Token[] => limits.within(() => lexer.blockTokens(text, []));
  const cells = rows.map((row) => Array.from({ length: columns }, (_, nth) => cell(row[nth] ?? "")));
  const isHeaded = Number(options.get("header-rows") ?? 0) > 0 || options.has("header");
  const own: DrawnTableToken = {
    type: "drawnTable",
    raw,
    align: Array.from({ length: columns }, (_, nth) => ALIGNMENTS[options.get("align")?.[nth] ?? ""]),
    header: isHeaded ? cells[0]! : Array.from({ length: columns }, () => []),
    rows: isHeaded ? cells.slice(1) : cells,
  };
  if (argument === "") return own;
  const token: CalloutToken = { type: "callout", raw, kind: "", title: [], tokens: [] };
  blocksInto(token.tokens, "<figure>\n\n", lexer);
  token.tokens.push(own);
  blocksInto(token.tokens, `<figcaption>\n\n${argument}\n\n</figcaption>\n\n</figure>\n`, lexer);
  return token;
}
