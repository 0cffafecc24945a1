/**
 * A document as a search sees it: its text by parts, and its links, each with the block in which it is.
 */
import { delimitedText } from "../document/spelling.ts";
import type { Block, Document, Inline } from "../document/document.ts";
import { SourceText } from "../document/source-text.ts";
import { childBlocks, inlineRuns, inlinesIn } from "../document/walk.ts";
import { WordLines } from "../document/word-lines.ts";
import type { Source } from "../essay/essay.ts";
import type { Part } from "./passages.ts";
import { onOneLine, type Spelled, spelledParts } from "./spelled-parts.ts";

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
  document.blocks.forEach((block, index) => reader.read(block, index));
  return reader;
}

/** The assumed maximum of lines in a note. */
const LONGEST_NOTE = 100;
class Reader implements DocumentText {
  readonly parts: Part[] = [];
  readonly links: FoundLink[] = [];
  readonly #document: Document;
  readonly #source: SourceText;
  readonly #words: WordLines;
  #note: number | undefined;
  /** The line on which the last part of a block or of a note was found: the parts of a block go on after those of its notes. */
  readonly #last = { block: -1, lines: new Map<number | undefined, number>() };

  constructor(document: Document, source: SourceText) {
    this.#document = document;
    this.#source = source;
    this.#words = new WordLines(source);
  }

  /**
   * Reads a top-level block with everything in it, and after each block within it the notes that
   * are first cited there. Notes may cite notes in a chain as long as the essay, so this uses a
   * list instead of recursion.
   */
  read(block: Block, at: number): void {
    const open: ToRead[] = [{ blocks: [block].values(), note: undefined }];
    for (let inner = open.at(-1); inner; inner = open.at(-1)) {
      const { done, value } = inner.blocks.next();
      if (done === true) open.pop();
      else {
        this.#note = inner.note;
        const cited = this.#block(value, at);
        open.push({ blocks: childBlocks(value).values(), note: inner.note });
        for (const number of cited.toReversed())
          open.push({ blocks: (this.#document.notes[number - 1]?.blocks ?? []).values(), note: number });
      }
    }
  }

  /** Reads the content of a block itself; returns the numbers of the notes that are first cited there. */
  #block(block: Block, at: number): number[] {
    if (block.type === "codeBlock") this.#text([{ text: block.text }], at, "text");
    if (block.type === "math") this.#text([{ text: `$$${block.tex}$$`, isFormula: true }], at, "text");
    return inlineRuns(block).flatMap((run) => {
      this.#text([...spelledParts(run)], at, block.type === "heading" ? "heading" : "text");
      return this.#visit(run, at);
    });
  }

  #text(spelled: readonly Spelled[], at: number, kind: Part["kind"]): void {
    const { text, formulas } = onOneLine(spelled);
    if (text === "") return;
    const place = { block: at, line: this.#lineOf(text, at), text, ...(formulas.length > 0 && { formulas }) };
    this.parts.push(
      this.#note === undefined ? { kind, ...place } : { kind: "note", note: this.#note, ...place },
    );
  }

  /** The line on which a part begins: within its block or its note, and not before the previous part of it. */
  #lineOf(text: string, at: number): number {
    const { blocks, notes } = this.#document;
    const start = this.#source.ofBody(blocks[at]?.line ?? 1);
    const next = blocks[at + 1]?.line;
    const end = next === undefined ? Infinity : this.#source.ofBody(next);
    const defined =
      this.#note === undefined ? undefined : this.#source.definitionLine(notes[this.#note - 1]?.label ?? "");
    if (this.#last.block !== at) {
      this.#last.block = at;
      this.#last.lines.clear();
    }
    const { lines } = this.#last;
    // An inline note is not before the words that cite it.
    const before = lines.get(this.#note) ?? (defined === undefined ? lines.get(undefined) : undefined);
    const from = Math.max(defined ?? start, before ?? 0);
    const line = this.#words.holding(text, from, defined === undefined ? end : defined + LONGEST_NOTE);
    lines.set(this.#note, line);
    return line;
  }

  /** Collects the links; returns the numbers of the notes that are first cited here. */
  #visit(inlines: readonly Inline[], at: number): number[] {
    const cited: number[] = [];
    for (const inline of inlinesIn(inlines)) {
      if (inline.type === "link")
        this.links.push({ href: inline.href, text: delimitedText(inline.children), block: at });
      if (inline.type === "wikiLink") this.links.push({ href: inline.href, text: inline.text, block: at });
      if (inline.type === "citation" && inline.first) cited.push(inline.number);
    }
    return cited;
  }
}

/** Blocks that are still to be read, and the note that they are in. */
interface ToRead {
  readonly blocks: Iterator<Block>;
  readonly note: number | undefined;
}
