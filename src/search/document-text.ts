/**
 * A document as a search sees it: its text by parts, and its links, each with the block in which it stands.
 */
import { type Block, type Document, type Inline, plainText } from "../document/document.ts";
import { SourceText } from "../document/source-text.ts";
import { childBlocks, inlineRuns, inlinesIn } from "../document/walk.ts";
import { withoutOverrides } from "../text/visible.ts";
import type { Source } from "../essay/essay.ts";
import type { Part } from "./passages.ts";

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

/** A document's headings, paragraphs, cells, blocks of code and notes, in the order in which they are read. */
export function textOf(document: Document, source: Pick<Source, "text" | "bodyLine">): DocumentText {
  const reader = new Reader(document, new SourceText(source));
  document.blocks.forEach((block, index) => reader.block(block, index));
  return reader;
}

/** Lines that a note is thought to have at most. */
const LONGEST_NOTE = 100;
/** Blanks that are not one blank. */
const BLANKS = /[^\S ]\s*| \s+/g;

class Reader implements DocumentText {
  readonly parts: Part[] = [];
  readonly links: FoundLink[] = [];
  readonly #document: Document;
  readonly #source: SourceText;
  #note: number | undefined;
  /** The line on which the last part was found, and the block or the note that it stands in. */
  #last = { line: 0, block: -1, note: undefined as number | undefined };

  constructor(document: Document, source: SourceText) {
    this.#document = document;
    this.#source = source;
  }

  block(block: Block, at: number): void {
    if (block.type === "codeBlock") this.#text(block.text, at, "text");
    for (const run of inlineRuns(block))
      this.#inlines(run, at, block.type === "heading" ? "heading" : "text");
    for (const child of childBlocks(block)) this.block(child, at);
  }

  #inlines(inlines: readonly Inline[], at: number, kind: Part["kind"]): void {
    this.#text(plainText(inlines), at, kind);
    this.#visit(inlines, at);
  }

  #text(source: string, at: number, kind: Part["kind"]): void {
    const text = withoutOverrides(source.replace(BLANKS, " ").trim());
    if (text === "") return;
    const place = { block: at, line: this.#lineOf(text, at), text };
    this.parts.push(
      this.#note === undefined ? { kind, ...place } : { kind: "note", note: this.#note, ...place },
    );
  }

  /** The line on which a part begins: within its block or its note, and not before the part that came last in it. */
  #lineOf(text: string, at: number): number {
    const { blocks, notes } = this.#document;
    const start = this.#source.ofBody(blocks[at]?.line ?? 1);
    const next = blocks[at + 1]?.line;
    const end = next === undefined ? Infinity : this.#source.ofBody(next);
    const defined =
      this.#note === undefined ? undefined : this.#source.definitionLine(notes[this.#note - 1]?.label ?? "");
    const goesOn = this.#last.block === at && this.#last.note === this.#note;
    const from = Math.max(defined ?? start, goesOn ? this.#last.line : 0);
    const line = this.#source.holding(text, from, defined === undefined ? end : defined + LONGEST_NOTE);
    this.#last = { line, block: at, note: this.#note };
    return line;
  }

  /** Links, and the notes that are cited here first. */
  #visit(inlines: readonly Inline[], at: number): void {
    for (const inline of inlinesIn(inlines)) {
      if (inline.type === "link")
        this.links.push({ href: inline.href, text: plainText(inline.children), block: at });
      if (inline.type === "wikiLink") this.links.push({ href: inline.href, text: inline.text, block: at });
      if (inline.type === "citation" && inline.first) this.#noteAt(inline.number, at);
    }
  }

  #noteAt(number: number, at: number): void {
    const around = this.#note;
    this.#note = number;
    this.#document.notes[number - 1]?.blocks.forEach((block) => this.block(block, at));
    this.#note = around;
  }
}
