/**
 * An essay as HTML, for pages and for books. The source's HTML is not passed through: the writer starts from the tree, escapes all
 * text, and writes no script, style or handler. The result is well-formed XML.
 */
import { isTheorem, theoremHead } from "../../document/theorem-kinds.ts";
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
} from "../../document/document.ts";
import { wikiText } from "../../document/spelling.ts";
import { STOPPED } from "../../document/transclusion.ts";
import { playerOf } from "../../document/inline/wiki.ts";
import { PLAYER } from "../../document/media.ts";
import { languageClass, TAGS } from "./elements.ts";
import { escaped } from "./text.ts";
import { blockIds, headingIds } from "./page-anchor.ts";
import type { Mathematics, ShownEssay } from "../shown-essay.ts";
import { sentenceCase } from "../../text/sentence-case.ts";

/** The handling of addresses and notes on a page. */
export interface Markup {
  /** The prefix of every id, so that two essays on a page share none. */
  readonly prefix: string;
  /** The place of notes: after the block that cites them, or together after the essay, as reading systems want them. */
  readonly notes: "beside" | "end";
  /** The address of a link on the page; undefined if it leads nowhere from there, and only its text is shown. */
  readonly link: (href: string) => string | undefined;
  /** The HTML of a picture; in a link it must not contain a link. */
  readonly image: (src: string, alt: string, isInLink: boolean) => string;
  /** The HTML of a film or a sound at an address of the page, around its link; absent where only the link is wanted. */
  readonly player?: (kind: "video" | "audio", address: string, link: string) => string;
}

/** Writes an essay's blocks as HTML that is well-formed XML, for pages and for books. */
export class HtmlWriter {
  readonly #mathematics: Mathematics | undefined;
  readonly #document: Document;
  readonly #markup: Markup;
  readonly #ids: (string | undefined)[];
  #notes: number[] = [];
  #isInLink = false;
  /** The ids of named blocks that are still to come, by their names. */
  readonly #names: Map<string, string>;

  constructor({ document, mathematics }: ShownEssay, markup: Markup) {
    this.#mathematics = mathematics;
    this.#document = document;
    this.#markup = markup;
    this.#ids = headingIds(document, markup.prefix).reverse();
    this.#names = blockIds(document, markup.prefix);
  }

  /** All blocks, with the notes in their place. */
  body(): string[] {
    const blocks = this.#document.blocks.map((block) => this.#noted(block));
    if (this.#markup.notes === "beside" || this.#document.notes.length === 0) return blocks;
    const notes = this.#document.notes.map(({ number }) => this.#note(number));
    return [...blocks, '<section epub:type="footnotes" role="doc-endnotes">', ...notes, "</section>"];
  }

  /** A top-level block, then the notes that it cites first. */
  #noted(block: Block): string {
    const html = this.#block(block, true);
    const waiting = this.#notes;
    this.#notes = [];
    if (waiting.length === 0 || this.#markup.notes === "end") return html;
    // The notes are beside the block if there is room, otherwise under it.
    const notes = this.#withTheirs(waiting).join("\n");
    return `<div class="noted">\n${html}\n<div class="notes">\n${notes}\n</div>\n</div>`;
  }

  #block(block: Block, top = false): string {
    const html = this.#own(block, top);
    const id = block.type === "heading" || block.id === undefined ? undefined : this.#names.get(block.id);
    if (id === undefined) return html;
    // Only the first block with a name gets it as its id.
    this.#names.delete(block.id!);
    return `<div id="${escaped(id)}">${html}</div>`;
  }

  #own(block: Block, top: boolean): string {
    switch (block.type) {
      case "paragraph":
        return `<p dir="auto">${this.#inlines(block.children)}</p>`;
      case "heading": {
        const own = top ? this.#ids.pop() : undefined;
        const id = own === undefined ? "" : ` id="${escaped(own)}"`;
        return `<h${block.depth}${id} dir="auto">${this.#inlines(block.children)}</h${block.depth}>`;
      }
      case "blockQuote":
        return `<blockquote>\n${this.#blocks(block.children)}\n</blockquote>`;
      case "definitionList":
        return `<dl>\n${block.items.map((item) => this.#definition(item)).join("\n")}\n</dl>`;
      case "list": {
        const tag = block.start === undefined ? "ul" : "ol";
        const start = block.start === undefined || block.start === 1 ? "" : ` start="${block.start}"`;
        const kind = block.numbering?.kind ?? "1";
        const type = kind === "1" ? "" : ` type="${kind}"`;
        return `<${tag}${start}${type} dir="auto">\n${block.items.map((item) => this.#item(item, tag === "ol")).join("\n")}\n</${tag}>`;
      }
      case "codeBlock":
        return `<pre><code${languageClass(block.language)}>${this.#code(block.text, block.mine)}</code></pre>`;
      case "table":
        return `<table>\n<thead>${this.#row(block.header, "th", block.align)}</thead>\n<tbody>\n${block.rows.map((row) => this.#row(row, "td", block.align)).join("\n")}\n</tbody>\n</table>`;
      case "callout": {
        const kind = `<span class="callout-kind">${escaped(sentenceCase(block.kind))}</span>`;
        const named = block.title.length === 0 ? kind : `${kind}: ${this.#inlines(block.title)}`;
        const title = isTheorem(block.kind) ? this.#inlines(theoremHead(block)) : named;
        return `<div class="callout callout-${escaped(block.kind)}" role="note">\n<p class="callout-title">${title}</p>\n${this.#blocks(block.children)}\n</div>`;
      }
      case "figure":
        return `<figure>\n${this.#blocks(block.children)}\n<figcaption>${this.#inlines(block.caption)}</figcaption>\n</figure>`;
      case "transclusion":
        return `<section class="transclusion">\n<p class="transclusion-title">${this.#link(block.href, () => escaped(block.title))}</p>\n${stoppedHtml(block)}${this.#blocks(block.children)}\n</section>`;
      case "details":
        return `<details open="open">\n<summary>${this.#inlines(block.summary)}</summary>\n${this.#blocks(block.children)}\n</details>`;
      case "math":
        return `<div class="math">${this.#marked(block)}${this.#inlines(block.mine?.cites ?? [])}</div>`;
      case "thematicBreak":
        return "<hr/>";
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

  #item({ checked, number, children }: ListItem, isOrdered: boolean): string {
    const [only] = children;
    const tag = number === undefined || !isOrdered ? "<li>" : `<li value="${number}">`;
    if (children.length === 1 && isPlain(only) && checked === undefined)
      return `${tag}${this.#inlines(only.children)}</li>`;
    const box =
      checked === undefined
        ? ""
        : `<input type="checkbox" disabled="disabled"${checked ? ' checked="checked"' : ""}/> `;
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
        return "<br/>";
      case "image":
        return this.#markup.image(inline.src, inline.alt, this.#isInLink);
      case "citation":
        return this.#citation(inline);
      case "abbreviation":
        return `<abbr title="${escaped(inline.title)}">${this.#inlines(inline.children)}</abbr>`;
      case "mine":
        return `${markTag(inline)}${this.#inlines(inline.children)}</mark>`;
      case "link":
        return this.#link(inline.href, () => this.#inlines(inline.children));
      default: {
        const tag = TAGS[inline.type];
        return `<${tag}>${this.#inlines(inline.children)}</${tag}>`;
      }
    }
  }

  /** Code, with the user's marks. */
  #code(text: string, { ranges, cites }: MineOfBlock = { ranges: [], cites: [] }): string {
    let at = 0;
    const parts = ranges.map((own) => {
      const { start, end } = own;
      const from = Math.max(at, start);
      const part = `${escaped(text.slice(at, from))}${markTag(own)}${escaped(text.slice(from, end))}</mark>`;
      at = Math.max(at, end);
      return part;
    });
    return parts.join("") + escaped(text.slice(at)) + this.#inlines(cites);
  }

  /** A display, marked as a whole if the user marked any of it. */
  #marked({ tex, mine }: { readonly tex: string; readonly mine?: MineOfBlock }): string {
    const [own] = mine?.ranges ?? [];
    const set = this.#math(tex, true);
    return own ? `${markTag(own)}${set}</mark>` : set;
  }

  /** MathML; the TeX if MathML can't be made. */
  #math(tex: string, display: boolean): string {
    return this.#mathematics?.mathMl(tex, display) ?? `<code class="tex">${escaped(tex)}</code>`;
  }

  /** Removes links within a link. */
  #link(to: string, content: () => string): string {
    const href = this.#isInLink ? undefined : this.#markup.link(to);
    if (href === undefined) return content();
    this.#isInLink = true;
    const inner = content();
    this.#isInLink = false;
    const link = `<a href="${escaped(href)}"${href.startsWith("#") ? "" : ' rel="noreferrer"'}>${inner}</a>`;
    const kind = inner.startsWith(PLAYER) ? playerOf(href) : undefined;
    const isPlayed = kind === "video" || kind === "audio";
    return (isPlayed ? this.#markup.player?.(kind, href, link) : undefined) ?? link;
  }

  #citation({ number, first, own }: Citation): string {
    if (first) this.#notes.push(number);
    const { prefix, notes } = this.#markup;
    const id = first ? ` id="${prefix}ref:${number}"` : "";
    const type = notes === "end" ? ' epub:type="noteref"' : "";
    const shown = own === undefined ? number : `✎${own}`;
    const mark = `<a href="#${prefix}note:${number}"${type} role="doc-noteref">${shown}</a>`;
    return `<sup${id}>${this.#isInLink ? shown : mark}</sup>`;
  }

  /** Notes, each followed by those that it cites first. A chain of them may be as long as the essay. */
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
    const { prefix, notes } = this.#markup;
    const shown = own ? `✎${own.nth}` : number;
    const back = `<a href="#${prefix}ref:${number}" role="doc-backlink">${shown}</a>`;
    const type = notes === "end" ? 'epub:type="footnote" role="doc-footnote"' : 'role="note"';
    return `<aside${own ? ' class="mine"' : ""} id="${prefix}note:${number}" ${type}>${back} ${content}</aside>`;
  }
}

/** Whether a block needs no separate element in an item. */
function isPlain(block: Block | undefined): block is Extract<Block, { type: "paragraph" }> {
  return block?.type === "paragraph" && block.id === undefined;
}

function stoppedHtml({ stopped }: Transclusion): string {
  return stopped === undefined ? "" : `<p><em>${escaped(STOPPED[stopped])}</em></p>`;
}

/** The start tag of a highlight. */
function markTag({ reworded }: { readonly reworded?: true }): string {
  return `<mark class="mine${reworded ? " reworded" : ""}">`;
}
