/**
 * What a browser would show of Markdown, as an oracle: micromark makes HTML of it, parse5 reads that as browsers
 * do, and the text of what they would show is taken, word for word.
 *
 * ibid's own text is held against it. What may differ is written here, and nowhere else:
 *
 * 1. An image is its alternative text, led by a sign; without one it is the file's name, which is not counted.
 * 2. The numbers of notes, in marks and before notes, are not counted; nor are the links back.
 * 3. Notes are compared one by one, whatever their order: which notes cite which decides it.
 * 4. What HTML hides is hidden: comments, scripts, styles, templates, and the content of frames and players.
 * 5. List markers, boxes and table rules are not counted: a browser draws them.
 * 6. Shortcodes, Liquid tags and attributes in braces are nothing to either: they have tests of their own. So are MDX's
 *    imports and exports, and the lines that stand for frames and players.
 * 7. Pandoc's inline notes are notes, and so is what stands beside the text in HTML: `<aside>`, Tufte's spans.
 * 8. A wiki link is its text: behind the bar, if it has one.
 * 9. A definition of a link ends the note above it, and a line that begins with a picture begins a paragraph if text follows: ibid
 *    departs from GitHub there, as kramdown does.
 * 10. The titles of code, which a browser takes from no HTML, and what abbreviations stand for, are not counted.
 */
import { micromark } from "micromark";
import { gfm } from "micromark-extension-gfm";
import { gfmAutolinkLiteralHtml } from "micromark-extension-gfm-autolink-literal";
import { gfmFootnoteHtml } from "micromark-extension-gfm-footnote";
import { gfmStrikethroughHtml } from "micromark-extension-gfm-strikethrough";
import { gfmTableHtml } from "micromark-extension-gfm-table";
import { gfmTaskListItemHtml } from "micromark-extension-gfm-task-list-item";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { type MarkdownFormat, withoutMdx } from "../../src/document/mdx.ts";
import { parseDocument } from "../../src/document/parse.ts";
import type { Block, Document, Inline } from "../../src/document/document.ts";
import { withChanged } from "../../src/document/walk.ts";
import { layoutDocument } from "../../src/layout/layout.ts";
import { paintPlain } from "../../src/formats/plain.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The words of a text and of its notes. */
export interface Words {
  readonly body: readonly string[];
  /** Each note's words, joined by blanks, sorted. */
  readonly notes: readonly string[];
}

/** Letters and digits as they would be compared by eye: compatibility characters and case are no difference. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .replace(/\u00ad|[\u200b-\u200f]|\u2060|\ufe0f/gu, "")
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

const HIDDEN = new Set([
  "script",
  "style",
  "template",
  "head",
  "title",
  "noscript",
  "iframe",
  "object",
  "video",
  "audio",
  "canvas",
  "select",
  "datalist",
  "svg",
  "rp",
]);
const BLOCK = new Set(
  "address article aside blockquote br button center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

/** GitHub's additions without its tag filter, which shows scripts and styles as text. */
const htmlExtensions = [
  gfmAutolinkLiteralHtml(),
  gfmFootnoteHtml(),
  gfmStrikethroughHtml(),
  gfmTableHtml(),
  gfmTaskListItemHtml(),
];

const FENCE = "^ {0,3}(`{3,}|~{3,})[^]*?\\n {0,3}\\1";
const CODE_SPAN = "`[^`\\n]*(?:\\n(?!\\s*\\n)[^`\\n]*){0,3}`";
const INLINE_NOTE = String.raw`\^\[((?:[^[\]]|\[[^\]]*\](?:\([^)]*\))?)+)\]`;
const SHORTCODE = String.raw`\{\{<[^]*?>\}\}|\{\{%[^]*?%\}\}|\{%[^]*?%\}|\{\{[^{}]*\}\}`;
const ATTRIBUTES = String.raw`[ \t]*\{:[^{}\n]*\}|[ \t]*\{[#.][^{}\n]*\}`;

/** Rule 6. */
function withoutTags(markdown: string): string {
  const pattern = new RegExp(`${FENCE}|${CODE_SPAN}|(?<tag>${SHORTCODE}|${ATTRIBUTES})`, "gm");
  return markdown.replace(pattern, (whole: string, ...groups: unknown[]) =>
    (groups.at(-1) as { tag?: string }).tag === undefined ? whole : "",
  );
}

const WIKI_LINK = String.raw`\[\[[^[\]|\n]{1,300}\|([^[\]\n]{1,300})\]\]`;

/** Rules 7 and 8: each inline note as a reference and a definition at the end. */
function withoutExtensions(markdown: string): string {
  let definitions = "";
  let count = 0;
  const pattern = new RegExp(`${FENCE}|${CODE_SPAN}|${INLINE_NOTE}|${WIKI_LINK}`, "gm");
  const text = markdown.replace(pattern, (whole: string, _fence?: string, note?: string, shown?: string) => {
    if (shown !== undefined) return `[[${shown}]]`;
    if (note !== undefined) {
      definitions += `\n\n[^inline-${++count}]: ${note}`;
      return `[^inline-${count}]`;
    }
    return whole;
  });
  return text + definitions;
}

/** What a browser would show. */
/** A link's definition below a note's paragraph, and a picture whose line goes on with text in the next. */
const DEFINITION = /^( {0,3}\[\^[^\]\n]+\]:[^\n]*\n(?:[^\n[]+\n)*)(?= {0,3}\[(?!\^)[^[\]\n]+\]:[ \t]+\S+$)/gm;
const PICTURE = /^( {0,3})(?=<(?:img|br)[\s/>][^\n]*\n(?![ \t]*(?:<|\n|$)))/gim;

function withWhatAuthorsMean(markdown: string): string {
  return markdown.replace(DEFINITION, "$1\n").replace(PICTURE, "$1&#8203;");
}

export function browserWords(source: string, format: MarkdownFormat = "markdown"): Words {
  const markdown = withoutExtensions(withoutTags(format === "mdx" ? withoutMdx(source) : source));
  const html = micromark(withWhatAuthorsMean(markdown), {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions,
  });
  const fragment = parseFragment(html);
  const notes: string[] = [];
  const body = textOf(fragment, notes);
  return { body: wordsOf(body), notes: notes.map((note) => wordsOf(note).join(" ")).sort() };
}

function textOf(node: Node, notes: string[]): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!("childNodes" in node)) return "";
  const element = node as Element;
  const attribute = (name: string): string | undefined =>
    element.attrs?.find((one) => one.name === name)?.value;
  if (HIDDEN.has(element.nodeName) || attribute("hidden") !== undefined) return "";
  if (element.nodeName === "img") return ` ${attribute("alt") ?? ""} `;
  if (attribute("data-footnote-ref") !== undefined || attribute("data-footnote-backref") !== undefined)
    return "";
  if (attribute("data-footnotes") !== undefined) {
    for (const item of items(element)) notes.push(content(item, []));
    return "";
  }
  const isSpan = element.nodeName === "span" && /\b(?:side|margin)note\b/.test(attribute("class") ?? "");
  if (element.nodeName === "aside" || isSpan) {
    const note = content(element, notes);
    if (note.trim() !== "") notes.push(note);
    return "";
  }
  if (/\bmargin-toggle\b/.test(attribute("class") ?? "")) return "";
  const text = element.nodeName === "details" ? detailsText(element, notes) : content(element, notes);
  return BLOCK.has(element.nodeName) ? `\n${text}\n` : text;
}

/** The first summary stands above the rest, wherever it is; without one browsers write “Details”. */
function detailsText(element: Element, notes: string[]): string {
  const summary = element.childNodes.find((child) => child.nodeName === "summary");
  const rest = element.childNodes.filter((child) => child !== summary);
  const head = summary ? textOf(summary, notes) : "Details";
  return `${head}\n${rest.map((child) => textOf(child, notes)).join("")}`;
}

function content(element: Element, notes: string[]): string {
  return element.childNodes.map((child) => textOf(child, notes)).join("");
}

function items(element: Element): Element[] {
  return element.childNodes.flatMap((child) => {
    if (child.nodeName === "li" && attributeOf(child, "id")?.startsWith("user-content-fn-")) return [child];
    return "childNodes" in child ? items(child) : [];
  });
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** What ibid shows, notes at the end, a paragraph a line. */
export function ibidWords(markdown: string, format: MarkdownFormat = "markdown"): Words {
  const document = withoutAdditions(
    parseDocument(withoutTags(format === "mdx" ? withoutMdx(markdown) : markdown)),
  );
  const show = (blocks: typeof document.blocks): string =>
    layoutDocument({ ...document, blocks }, { width: Infinity, notes: "none", marks: "brackets" })
      .map((line) =>
        paintPlain({
          ...line,
          spans: line.spans.filter(
            (span) =>
              span.cites === undefined &&
              !span.roles.includes("bullet") &&
              !isNamelessImage(span) &&
              !span.text.startsWith("▷"),
          ),
        }),
      )
      .join("\n");
  return {
    body: wordsOf(show(document.blocks)),
    notes: document.notes.map((note) => wordsOf(show(note.blocks)).join(" ")).sort(),
  };
}

/** A document without the titles of its code and without what its abbreviations stand for. */
function withoutAdditions(document: Document): Document {
  const block = (own: Block): Block =>
    own.type === "figure" && own.children[0]?.type === "codeBlock"
      ? own.children[0]
      : withChanged(own, { block, run });
  const run = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.flatMap((inline): Inline[] => {
      const explains =
        inline.type === "shortcode" &&
        inlines.some((one) => one.type === "abbreviation" && inline.text.includes(one.title));
      if (explains) return [];
      return ["children" in inline ? { ...inline, children: run(inline.children) } : inline];
    });
  return {
    ...document,
    blocks: document.blocks.map(block),
    notes: document.notes.map((note) => ({ ...note, blocks: note.blocks.map(block) })),
  };
}

function isNamelessImage(span: { roles: readonly string[]; text: string }): boolean {
  return span.roles.includes("imageName");
}

/** The first difference, with the words around it, or undefined. */
export function firstDifference(markdown: string, format: MarkdownFormat = "markdown"): string | undefined {
  const browser = browserWords(markdown, format);
  const ibid = ibidWords(markdown, format);
  const body = differenceIn(browser.body, ibid.body);
  if (body) return body;
  const note = browser.notes.findIndex((text, index) => text !== ibid.notes[index]);
  if (note >= 0)
    return `a note: ${differenceIn(browser.notes[note]!.split(" "), (ibid.notes[note] ?? "").split(" "))}`;
  return browser.notes.length === ibid.notes.length
    ? undefined
    : `a browser shows ${browser.notes.length} notes, ibid ${ibid.notes.length}`;
}

function differenceIn(browser: readonly string[], ibid: readonly string[]): string | undefined {
  const length = Math.max(browser.length, ibid.length);
  for (let index = 0; index < length; index++) {
    if (browser[index] === ibid[index]) continue;
    const around = (words: readonly string[]): string =>
      words.slice(Math.max(0, index - 4), index + 5).join(" ");
    return `word ${index + 1}: a browser shows “${around(browser)}”, ibid “${around(ibid)}”`;
  }
  return undefined;
}
