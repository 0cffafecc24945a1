/**
 * A document as a search sees it: its text by parts, and its links, each with the block in which it stands.
 */
import { type Block, type Document, type Inline, plainText } from "../document/document.ts";
import { withoutOverrides } from "../text/visible.ts";
import type { Part } from "../search/passages.ts";

export interface FoundLink {
  /** As it was written. */
  readonly href: string;
  readonly text: string;
  /** Index of the top-level block. */
  readonly block: number;
}

export interface DocumentText {
  readonly parts: readonly Part[];
  readonly links: readonly FoundLink[];
}

/**
 * A document's headings, paragraphs, cells, blocks of code and notes, in the order in which they are read;
 * `bodyLine` is the line of the file on which it begins.
 */
export function textOf(document: Document, bodyLine: number): DocumentText {
  const reader = new Reader(document, bodyLine);
  document.blocks.forEach((block, index) => reader.block(block, index));
  return reader;
}

/** Blanks that are not one blank. */
const BLANKS = /[^\S ]\s*| \s+/g;

class Reader implements DocumentText {
  readonly parts: Part[] = [];
  readonly links: FoundLink[] = [];
  readonly #document: Document;
  readonly #bodyLine: number;
  #note: number | undefined;

  constructor(document: Document, bodyLine: number) {
    this.#document = document;
    this.#bodyLine = bodyLine;
  }

  block(block: Block, at: number): void {
    switch (block.type) {
      case "paragraph":
        return this.#inlines(block.children, at);
      case "heading":
        return this.#inlines(block.children, at, "heading");
      case "blockQuote":
        return block.children.forEach((child) => this.block(child, at));
      case "list":
        return block.items.forEach((item) => item.children.forEach((child) => this.block(child, at)));
      case "details":
        this.#inlines(block.summary, at);
        return block.children.forEach((child) => this.block(child, at));
      case "table":
        return [block.header, ...block.rows].forEach((row) => row.forEach((cell) => this.#inlines(cell, at)));
      case "codeBlock":
        return this.#text(block.text, at, "text");
      case "thematicBreak":
        return;
    }
  }

  #inlines(inlines: readonly Inline[], at: number, kind: Part["kind"] = "text"): void {
    this.#text(plainText(inlines), at, kind);
    this.#visit(inlines, at);
  }

  #text(source: string, at: number, kind: Part["kind"]): void {
    const text = withoutOverrides(source.replace(BLANKS, " ").trim());
    if (text === "") return;
    const place = { block: at, line: this.#lineOf(at), text };
    this.parts.push(
      this.#note === undefined ? { kind, ...place } : { kind: "note", note: this.#note, ...place },
    );
  }

  #lineOf(block: number): number {
    return this.#bodyLine - 1 + (this.#document.blocks[block]?.line ?? 1);
  }

  /** Links, and the notes that are cited here first. */
  #visit(inlines: readonly Inline[], at: number): void {
    for (const inline of inlines) {
      if (inline.type === "link")
        this.links.push({ href: inline.href, text: plainText(inline.children), block: at });
      if (inline.type === "citation" && inline.first) this.#noteAt(inline.number, at);
      if ("children" in inline) this.#visit(inline.children, at);
    }
  }

  #noteAt(number: number, at: number): void {
    const around = this.#note;
    this.#note = number;
    this.#document.notes[number - 1]?.blocks.forEach((block) => this.block(block, at));
    this.#note = around;
  }
}
