/**
 * Essays as a page for a browser: complete, with notes in the margin, and safe to open. Nothing of the source's HTML
 * is handed on: the page is made from the tree, every text escaped, no script, no style and no handler but its own.
 */
import type {
  Alignment,
  Block,
  Citation,
  DefinitionItem,
  Document,
  Inline,
  ListItem,
  MineOfBlock,
  TableCell,
  Transclusion,
} from "../document/document.ts";
import { wikiText } from "../document/document.ts";
import { STOPPED } from "../document/transclusion.ts";
import { headingAnchors } from "../document/anchor.ts";
import { byline } from "../essay/byline.ts";
import { longDate } from "../essay/date.ts";
import { label } from "../text/visible.ts";
import { escapedHtml as escaped } from "./html-escape.ts";
import { image, safeHref } from "./html-address.ts";
import { STYLE } from "./html-style.ts";
import type { Mathematics, ShownEssay } from "./shown-essay.ts";

/** A page with these essays, one under the other. */
export function htmlPage(essays: readonly ShownEssay[]): string {
  const title = essays.map(({ essay }) => label(essay.title)).join(" · ");
  return [
    "<!doctype html>",
    '<html lang="">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src * data:; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    "</head>",
    "<body>",
    ...essays.map((one, index) => article(one, essays.length > 1 ? `${index + 1}-` : "")),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function article({ essay, document, isNamed, mathematics }: ShownEssay, prefix: string): string {
  const writer = new Writer(document, prefix, mathematics);
  const header = [
    ...(isNamed ? [`<h1 dir="auto">${escaped(label(essay.title))}</h1>`] : []),
    ...metaLine(essay),
  ];
  return ["<article>", ...header, ...document.blocks.map((block) => writer.block(block)), "</article>"].join(
    "\n",
  );
}

/** What is known of an essay, as it stands under the title on a screen. */
function metaLine(essay: ShownEssay["essay"]): string[] {
  const { date } = essay;
  const day = date === undefined ? undefined : longDate(date);
  const parts = byline(essay).map((part) =>
    part === day ? `<time datetime="${date}">${day}</time>` : `<span dir="auto">${escaped(part)}</span>`,
  );
  return parts.length === 0 ? [] : [`<p class="meta">${parts.join(" · ")}</p>`];
}

class Writer {
  readonly #mathematics: Mathematics | undefined;
  readonly #document: Document;
  /** Before every id, so that two essays on a page have none in common. */
  readonly #prefix: string;
  readonly #anchors: string[];
  #notes: number[] = [];

  constructor(document: Document, prefix: string, mathematics: Mathematics | undefined) {
    this.#mathematics = mathematics;
    this.#document = document;
    this.#prefix = prefix;
    this.#anchors = headingAnchors(document).reverse();
  }

  /** A block of the top level, and after it the notes that it cites first. */
  block(block: Block): string {
    const html = this.#block(block, true);
    const waiting = this.#notes;
    this.#notes = [];
    if (waiting.length === 0) return html;
    // Side by side where there is room, the notes level with the block; else one under the other.
    const notes = this.#withTheirs(waiting).join("\n");
    return `<div class="noted">\n${html}\n<div class="notes">\n${notes}\n</div>\n</div>`;
  }

  #block(block: Block, top = false): string {
    switch (block.type) {
      case "paragraph":
        return `<p dir="auto">${this.#inlines(block.children)}</p>`;
      case "heading": {
        const id = top ? ` id="${escaped(this.#prefix + (this.#anchors.pop() ?? ""))}"` : "";
        return `<h${block.depth}${id} dir="auto">${this.#inlines(block.children)}</h${block.depth}>`;
      }
      case "blockQuote":
        return `<blockquote>\n${this.#blocks(block.children)}\n</blockquote>`;
      case "definitionList":
        return `<dl>\n${block.items.map((item) => this.#definition(item)).join("\n")}\n</dl>`;
      case "list": {
        const tag = block.start === undefined ? "ul" : "ol";
        const start = block.start === undefined || block.start === 1 ? "" : ` start="${block.start}"`;
        return `<${tag}${start} dir="auto">\n${block.items.map((item) => this.#item(item)).join("\n")}\n</${tag}>`;
      }
      case "codeBlock":
        return `<pre><code>${this.#code(block.text, block.mine)}</code></pre>`;
      case "table":
        return `<table>\n<thead>${this.#row(block.header, "th", block.align)}</thead>\n<tbody>\n${block.rows.map((row) => this.#row(row, "td", block.align)).join("\n")}\n</tbody>\n</table>`;
      case "callout": {
        const kind = `<span class="callout-kind">${escaped(sentenceCase(block.kind))}</span>`;
        const title = block.title.length === 0 ? kind : `${kind}: ${this.#inlines(block.title)}`;
        return `<div class="callout callout-${escaped(block.kind)}" role="note">\n<p class="callout-title">${title}</p>\n${this.#blocks(block.children)}\n</div>`;
      }
      case "figure":
        return `<figure>\n${this.#blocks(block.children)}\n<figcaption>${this.#inlines(block.caption)}</figcaption>\n</figure>`;
      case "transclusion":
        return `<section class="transclusion">\n<p class="transclusion-title">${this.#link(block.href, escaped(block.title))}</p>\n${stoppedHtml(block)}${this.#blocks(block.children)}\n</section>`;
      case "details":
        return `<details open>\n<summary>${this.#inlines(block.summary)}</summary>\n${this.#blocks(block.children)}\n</details>`;
      case "math":
        return `<div class="math">${this.#math(block.tex, true)}${this.#inlines(block.mine?.cites ?? [])}</div>`;
      case "thematicBreak":
        return "<hr>";
    }
  }

  #blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join("\n");
  }

  #definition({ terms, definitions }: DefinitionItem): string {
    const [only] = definitions[0] ?? [];
    const isShort = definitions.length === 1 && definitions[0]?.length === 1 && only?.type === "paragraph";
    return [
      ...terms.map((term) => `<dt dir="auto">${this.#inlines(term)}</dt>`),
      ...(isShort
        ? [`<dd dir="auto">${this.#inlines(only.children)}</dd>`]
        : definitions.map((blocks) => `<dd>${this.#blocks(blocks)}</dd>`)),
    ].join("\n");
  }

  #item({ checked, number, children }: ListItem): string {
    const [only] = children;
    const tag = number === undefined ? "<li>" : `<li value="${number}">`;
    if (children.length === 1 && only?.type === "paragraph" && checked === undefined)
      return `${tag}${this.#inlines(only.children)}</li>`;
    const box = checked === undefined ? "" : `<input type="checkbox" disabled${checked ? " checked" : ""}> `;
    return `${tag}${box}${this.#blocks(children)}</li>`;
  }

  #row(row: readonly TableCell[], tag: "th" | "td", align: readonly Alignment[]): string {
    const cells = row.map((cell, column) => {
      const style = align[column] === undefined ? "" : ` style="text-align: ${align[column]}"`;
      return `<${tag}${style} dir="auto">${this.#inlines(cell)}</${tag}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join("");
  }

  #inline(inline: Inline): string {
    switch (inline.type) {
      case "text":
      case "shortcode":
        return escaped(inline.text);
      case "wikiLink":
        return `<span class="missing">${escaped(wikiText(inline))}</span>`;
      case "codeSpan":
        return `<code>${escaped(inline.text)}</code>`;
      case "inlineMath":
        return this.#math(inline.tex, false);
      case "hardBreak":
        return "<br>";
      case "image":
        return image(inline.src, inline.alt);
      case "citation":
        return this.#citation(inline);
      case "mine":
        return `<mark class="mine">${this.#inlines(inline.children)}</mark>`;
      case "link":
        return this.#link(inline.href, this.#inlines(inline.children));
      default: {
        const tag = TAGS[inline.type];
        return `<${tag}>${this.#inlines(inline.children)}</${tag}>`;
      }
    }
  }

  /** Code, what the reader marked of it as such. */
  #code(text: string, { ranges, cites }: MineOfBlock = { ranges: [], cites: [] }): string {
    let at = 0;
    const parts = ranges.map(({ start, end }) => {
      const from = Math.max(at, start);
      const part = `${escaped(text.slice(at, from))}<mark class="mine">${escaped(text.slice(from, end))}</mark>`;
      at = Math.max(at, end);
      return part;
    });
    return parts.join("") + escaped(text.slice(at)) + this.#inlines(cites);
  }

  /** MathML; where it can't be made, the TeX. */
  #math(tex: string, display: boolean): string {
    return this.#mathematics?.mathMl(tex, display) ?? `<code class="tex">${escaped(tex)}</code>`;
  }

  #link(to: string, content: string): string {
    const href = safeHref(to);
    return href === undefined ? content : `<a href="${escaped(href)}" rel="noreferrer">${content}</a>`;
  }

  #citation({ number, first, own }: Citation): string {
    if (first) this.#notes.push(number);
    const id = first ? ` id="${this.#prefix}ref${number}"` : "";
    return `<sup${id}><a href="#${this.#prefix}note${number}">${own === undefined ? number : `✎${own}`}</a></sup>`;
  }

  /** Notes, each before those that it is the first to cite: in a chain as long as the essay, if need be. */
  #withTheirs(numbers: readonly number[]): string[] {
    const notes: string[] = [];
    const waiting = numbers.toReversed();
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      notes.push(this.#note(number));
      for (const cited of this.#notes.toReversed()) waiting.push(cited);
      this.#notes = [];
    }
    return notes;
  }

  #note(number: number): string {
    const { blocks, own } = this.#document.notes[number - 1] ?? { blocks: [] };
    const content = this.#blocks(blocks);
    const back = `<a href="#${this.#prefix}ref${number}">${own ? `✎${own.nth}` : number}</a>`;
    return `<aside${own ? ' class="mine"' : ""} id="${this.#prefix}note${number}" role="note">${back} ${content}</aside>`;
  }
}

function sentenceCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const TAGS = {
  emphasis: "em",
  strong: "strong",
  strikethrough: "s",
  underline: "u",
  highlight: "mark",
  superscript: "sup",
  subscript: "sub",
  keyboard: "kbd",
} as const;

function stoppedHtml({ stopped }: Transclusion): string {
  return stopped === undefined ? "" : `<p><em>${escaped(STOPPED[stopped])}</em></p>`;
}
