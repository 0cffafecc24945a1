/**
 * An essay as HTML, for pages and for books. The source's HTML is not passed through: the writer starts from the tree, escapes all
 * text, and writes no script, style or handler. The result is well-formed XML.
 */
import { isTheorem, theoremHead } from "../../document/theorem-kinds.ts";
import type {
  Alignment,
  Block,
  DefinitionItem,
  Document,
  ListItem,
  TableCell,
  Transclusion,
} from "../../document/document.ts";
import { ownLetters } from "../../document/own-letters.ts";
import { STOPPED } from "../../document/transclusion.ts";
import { citedOn } from "../../document/walk.ts";
import { languageClass } from "./elements.ts";
import { InlineWriter } from "./inlines.ts";
import type { Markup } from "./markup.ts";
import { escaped } from "./text.ts";
import { blockIds, headingIds } from "./page-anchor.ts";
import type { ShownEssay } from "../shown-essay.ts";
import { sentenceCase } from "../../text/sentence-case.ts";

/** Writes an essay's blocks as HTML that is well-formed XML, for pages and for books. */
export class HtmlWriter {
  readonly #inlines: InlineWriter;
  readonly #document: Document;
  readonly #markup: Markup;
  readonly #ids: (string | undefined)[];
  /** The ids of named blocks that are still to come, by their names. */
  readonly #names: Map<string, string>;

  constructor({ document, mathematics }: ShownEssay, markup: Markup) {
    this.#inlines = new InlineWriter(mathematics, markup);
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
    const waiting = this.#inlines.takeCited();
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
        return `<p dir="auto">${this.#inlines.run(block.children)}</p>`;
      case "heading": {
        const own = top ? this.#ids.pop() : undefined;
        const id = own === undefined ? "" : ` id="${escaped(own)}"`;
        return `<h${block.depth}${id} dir="auto">${this.#inlines.run(block.children)}</h${block.depth}>`;
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
        return `<pre><code${languageClass(block.language)}>${this.#inlines.code(block.text, block.mine)}</code></pre>`;
      case "table":
        return `<table>\n<thead>${this.#row(block.header, "th", block.align)}</thead>\n<tbody>\n${block.rows.map((row) => this.#row(row, "td", block.align)).join("\n")}\n</tbody>\n</table>`;
      case "callout": {
        const kind = `<span class="callout-kind">${escaped(sentenceCase(block.kind))}</span>`;
        const named = block.title.length === 0 ? kind : `${kind}: ${this.#inlines.run(block.title)}`;
        const title = isTheorem(block.kind) ? this.#inlines.run(theoremHead(block)) : named;
        return `<div class="callout callout-${escaped(block.kind)}" role="note">\n<p class="callout-title">${title}</p>\n${this.#blocks(block.children)}\n</div>`;
      }
      case "figure":
        return `<figure>\n${this.#blocks(block.children)}\n<figcaption>${this.#inlines.run(block.caption)}</figcaption>\n</figure>`;
      case "transclusion":
        return `<section class="transclusion">\n<p class="transclusion-title">${this.#inlines.link(block.href, () => escaped(block.title))}</p>\n${stoppedHtml(block)}${this.#blocks(block.children)}\n</section>`;
      case "details":
        return `<details open="open">\n<summary>${this.#inlines.run(block.summary)}</summary>\n${this.#blocks(block.children)}\n</details>`;
      case "math":
        return `<div class="math">${this.#inlines.marked(block)}${this.#inlines.run(citedOn(block.mine))}</div>`;
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
      ...terms.map((term) => `<dt dir="auto">${this.#inlines.run(term)}</dt>`),
      ...(isShort
        ? [`<dd dir="auto">${this.#inlines.run(only.children)}</dd>`]
        : definitions.map((blocks) => `<dd>${this.#blocks(blocks)}</dd>`)),
    ].join("\n");
  }

  #item({ checked, number, children }: ListItem, isOrdered: boolean): string {
    const [only] = children;
    const tag = number === undefined || !isOrdered ? "<li>" : `<li value="${number}">`;
    if (children.length === 1 && isPlain(only) && checked === undefined)
      return `${tag}${this.#inlines.run(only.children)}</li>`;
    const box =
      checked === undefined
        ? ""
        : `<input type="checkbox" disabled="disabled"${checked ? ' checked="checked"' : ""}/> `;
    return `${tag}${box}${this.#blocks(children)}</li>`;
  }

  #row(row: readonly TableCell[], tag: "th" | "td", align: readonly Alignment[]): string {
    const cells = row.map((cell, column) => {
      const style = align[column] === undefined ? "" : ` style="text-align: ${align[column]}"`;
      return `<${tag}${style} dir="auto">${this.#inlines.run(cell)}</${tag}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  }

  /** Notes, each followed by those that it cites first. A chain of them may be as long as the essay. */
  #withTheirs(numbers: readonly number[]): string[] {
    const notes: string[] = [];
    const waiting = numbers.toReversed();
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      notes.push(this.#note(number));
      for (const cited of this.#inlines.takeCited().toReversed()) waiting.push(cited);
    }
    return notes;
  }

  #note(number: number): string {
    const { blocks, own } = this.#document.notes[number - 1] ?? { blocks: [] };
    const content = this.#blocks(blocks);
    const { prefix, notes } = this.#markup;
    const shown = own ? `✎${ownLetters(own.nth)}` : number;
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
