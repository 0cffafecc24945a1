/**
 * A document as a voice should read it: no marks, notes after the paragraph that cites them, no addresses. What is
 * listened to passes over code and tables and says so; what is read line by line has them too.
 */
import type { Block, Document, Inline, ListItem, Table } from "../document/document.ts";
import { plainText } from "../document/document.ts";
import { STOPPED } from "../document/transclusion.ts";
import { citedIn, inlinesIn, itemNumbers } from "../document/walk.ts";
import { closed, label } from "../text/visible.ts";
import type { Mathematics, ShownEssay } from "./shown-essay.ts";

/** Paragraphs, parted by blank lines. */
export function speechOf({ essay, document, isNamed, mathematics }: ShownEssay): string {
  const speaker = new Speaker(document, false, mathematics);
  const spoken = document.blocks.flatMap((block) => speaker.block(block));
  return [...(isNamed ? [sentence(label(essay.title))] : []), ...spoken]
    .map((text) => `${closed(text)}\n`)
    .join("\n");
}

/** The paragraphs of each block of the top level, code and tables line by line. */
export function spokenBlocks(document: Document, mathematics?: Mathematics): string[][] {
  const speaker = new Speaker(document, true, mathematics);
  return document.blocks.map((block) => speaker.block(block));
}

class Speaker {
  readonly #document: Document;
  /** Whether code and tables are read too. */
  readonly #whole: boolean;
  readonly #mathematics: Mathematics | undefined;
  readonly #read = new Set<number>();

  constructor(document: Document, whole: boolean, mathematics: Mathematics | undefined) {
    this.#document = document;
    this.#whole = whole;
    this.#mathematics = mathematics;
  }

  /** A block's paragraphs, and after each the notes that it cites, and theirs. */
  block(block: Block): string[] {
    const spoken: string[] = [];
    // Notes may cite notes in a chain as long as the essay, so what is still to be said is kept in a list.
    const open = [this.#said(block).values()];
    for (let inner = open.at(-1); inner; inner = open.at(-1)) {
      const { done, value } = inner.next();
      if (done === true) open.pop();
      else if (typeof value === "string") spoken.push(value);
      else if (!this.#read.has(value.note)) open.push(this.#note(value.note).values());
    }
    return spoken;
  }

  /** A note that is read for the first time. */
  #note(number: number): Said[] {
    this.#read.add(number);
    const note = this.#document.notes[number - 1];
    if (!note) return [];
    const [first, rest] = parted(note.blocks.flatMap((block) => this.#said(block)));
    const name = note.own ? "Note of your own" : `Footnote${this.#whole ? ` ${number}` : ""}`;
    return [`${name}: ${first}`, ...rest];
  }

  #said(block: Block): Said[] {
    switch (block.type) {
      case "paragraph":
        return this.#withNotes(block.children);
      case "heading": {
        const level = this.#whole ? `Heading ${block.depth}: ` : "";
        return this.#withNotes(block.children, (text) => level + sentence(text));
      }
      case "blockQuote":
        return [
          "Quotation.",
          ...block.children.flatMap((child) => this.#said(child)),
          "End of the quotation.",
        ];
      case "callout": {
        const name = block.kind.charAt(0).toUpperCase() + block.kind.slice(1);
        return [
          ...this.#withNotes(block.title, (text) => `${name}: ${sentence(text)}`),
          ...(block.title.length === 0 ? [`${name}.`] : []),
          ...block.children.flatMap((child) => this.#said(child)),
          `End of the ${block.kind}.`,
        ];
      }
      case "figure":
        return [
          ...block.children.flatMap((child) => this.#said(child)),
          ...this.#withNotes(block.caption, (text) => `Caption: ${sentence(text)}`),
        ];
      case "transclusion":
        return [
          `From ${sentence(block.title)}`,
          ...(block.stopped === undefined ? [] : [sentence(STOPPED[block.stopped])]),
          ...block.children.flatMap((child) => this.#said(child)),
          `End of what is from ${sentence(block.title)}`,
        ];
      case "definitionList":
        return block.items.flatMap(({ terms, definitions }) => [
          ...terms.flatMap((term) => this.#withNotes(term, (text) => `${text}:`)),
          ...definitions.flat().flatMap((child) => this.#said(child)),
        ]);
      case "list": {
        const numbers = block.start === undefined ? [] : itemNumbers(block);
        const all = block.items.flatMap((item, index) => this.#item(item, numbers[index]));
        return this.#whole ? [`List of ${block.items.length}.`, ...all] : all;
      }
      case "codeBlock":
        if (this.#whole)
          return [
            "Code.",
            ...block.text.trimEnd().split("\n"),
            "End of the code.",
            ...notesIn(block.mine?.cites ?? []),
          ];
        return [
          announced(
            block.language === "" ? "Code" : `Code in ${block.language}`,
            block.text.trimEnd().split("\n").length,
            "line",
          ),
          ...notesIn(block.mine?.cites ?? []),
        ];
      case "table":
        if (this.#whole) return [...rowsOf(block), ...notesIn([block.header, ...block.rows].flat(2))];
        return [
          announced("A table", block.rows.length, "row"),
          ...notesIn([block.header, ...block.rows].flat(2)),
        ];
      case "details":
        return [
          ...this.#withNotes(block.summary, sentence),
          ...block.children.flatMap((child) => this.#said(child)),
        ];
      case "math":
        return [this.#formula(block.tex), ...notesIn(block.mine?.cites ?? [])];
      case "thematicBreak":
        return [];
    }
  }

  /** A display: in words if it is short, else announced; where code is read, so is its TeX. */
  #formula(tex: string): string {
    const words = this.#mathematics?.spoken(tex, true);
    if (words !== undefined) return `Formula: ${sentence(words)}`;
    return this.#whole ? `Formula: ${tex.replace(/\s+/g, " ")}` : "A formula is left out.";
  }

  #item(item: ListItem, number: number | undefined): Said[] {
    const [first, rest] = parted(item.children.flatMap((child) => this.#said(child)));
    const done = item.checked === undefined ? "" : item.checked ? "Done: " : "To do: ";
    return [`${number === undefined ? "" : `${number}. `}${done}${first}`, ...rest];
  }

  #withNotes(inlines: readonly Inline[], finish: (text: string) => string = (text) => text): Said[] {
    const text = spokenText(inlines, this.#whole, this.#mathematics);
    return [...(text === "" ? [] : [finish(text)]), ...notesIn(inlines)];
  }
}

/** What is said: a paragraph, or a note in its place, unless it was read before. */
type Said = string | { readonly note: number };

/** The paragraph that comes first, empty if a note does, and the rest. */
function parted(said: readonly Said[]): [first: string, rest: readonly Said[]] {
  const [first] = said;
  return typeof first === "string" ? [first, said.slice(1)] : ["", said];
}

function notesIn(inlines: readonly Inline[]): Said[] {
  return citedIn(inlinesIn(inlines)).map((note) => ({ note }));
}

/** `Year: 1984. Title: Amsterdam.` */
function rowsOf({ header, rows }: Table): string[] {
  const names = header.map((cell) => spokenText(cell));
  const cells = rows.map((row) =>
    row.map((cell, column) => [names[column], spokenText(cell)].filter((part) => part).join(": ")).join(". "),
  );
  return ["Table.", ...(rows.length === 0 ? [names.join(". ")] : cells), "End of the table."];
}

function announced(what: string, count: number, unit: string): string {
  return `${what} of ${count} ${unit}${count === 1 ? "" : "s"} is left out.`;
}

/** Text that a voice can read: images by their alternative text, marks of notes in brackets or left out. */
function spokenText(inlines: readonly Inline[], marks = false, mathematics?: Mathematics): string {
  const text = inlines
    .map((inline): string => {
      if (inline.type === "image") return inline.alt === "" ? "" : `Image: ${inline.alt}.`;
      if (inline.type === "hardBreak") return " ";
      if (inline.type === "citation") return marks && inline.own === undefined ? ` [${inline.number}]` : "";
      if (inline.type === "wikiLink") return inline.raw;
      if (inline.type === "inlineMath")
        return mathematics?.spoken(inline.tex, false) ?? (marks ? inline.tex : "formula");
      return "children" in inline ? spokenText(inline.children, marks, mathematics) : plainText([inline]);
    })
    .join("");
  return text.replace(/\s+/g, " ").trim();
}

/** A heading is read as a sentence, so that the voice falls. */
export function sentence(text: string): string {
  return /[.!?…:]$/.test(text) ? text : `${text}.`;
}
