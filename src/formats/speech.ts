/**
 * A document for a voice: without marks and addresses, with notes after the paragraph that cites them. Text to listen to announces
 * code and tables and leaves them out; text to read line by line includes them.
 */
import { titleLabel } from "../essay/title-label.ts";
import { isTheorem, theoremHead } from "../document/theorem-kinds.ts";
import type { Block, Document, Inline, ListItem, Table } from "../document/document.ts";
import { STOPPED } from "../document/transclusion.ts";
import { itemMarks } from "../document/list-marks.ts";
import { citedIn, citedOn, inlinesIn } from "../document/walk.ts";
import { closed } from "../text/visible.ts";
import { added, HEARD, inSentences, led, type Said, type SpokenMathematics, spokenText } from "./said.ts";
import type { ShownEssay } from "./shown-essay.ts";
import { counted } from "../text/counted.ts";
import { sentenceCase } from "../text/sentence-case.ts";

/** Paragraphs, separated by blank lines. */
export function speechOf({ essay, document, isNamed, mathematics }: ShownEssay): string {
  const speaker = new Speaker(document, false, mathematics);
  const spoken = document.blocks.flatMap((block) => speaker.block(block));
  return [...(isNamed ? [sentence(titleLabel(essay))] : []), ...spoken]
    .map((text) => `${closed(text)}\n`)
    .join("\n");
}

/** The paragraphs of each top-level block, with code and tables line by line. */
export function spokenBlocks(document: Document, mathematics?: SpokenMathematics): string[][] {
  const speaker = new Speaker(document, true, mathematics);
  return document.blocks.map((block) => speaker.block(block));
}

/** A sentence for a voice. */
export interface Utterance {
  readonly text: string;
  /** The number of characters at its beginning that are not in the essay, such as `Footnote: `. */
  readonly lead: number;
  /** Index of the top-level block; for a note, of the block that cites it. */
  readonly block: number;
  /** The number of its note, if it is in one. */
  readonly note: number | undefined;
}

/** A document sentence by sentence, without code and tables. Notes follow the sentence that cites them. */
export function utterancesOf(
  document: Document,
  mathematics?: SpokenMathematics,
  language?: string,
): Utterance[] {
  const speaker = new Speaker(document, false, mathematics);
  return document.blocks.flatMap((block, index) =>
    speaker.sentences(block, language).map((own) => ({ ...own, block: index })),
  );
}

class Speaker {
  readonly #document: Document;
  /** Whether code and tables are included. */
  readonly #whole: boolean;
  readonly #mathematics: SpokenMathematics | undefined;
  readonly #read = new Set<number>();

  constructor(document: Document, whole: boolean, mathematics: SpokenMathematics | undefined) {
    this.#document = document;
    this.#whole = whole;
    this.#mathematics = mathematics;
  }

  /** A block's paragraphs, each followed by the notes that it cites, and theirs. */
  block(block: Block): string[] {
    return this.#unrolled(block, (said) => [said]).map(({ text }) => text);
  }

  /** A block's sentences, each followed by the notes that it cites, and theirs. */
  sentences(block: Block, language: string | undefined): Omit<Utterance, "block">[] {
    return this.#unrolled(block, (said) => inSentences(said, language)).filter(({ text }) =>
      HEARD.test(text),
    );
  }

  #unrolled(block: Block, parted: (said: Said) => Said[]): Omit<Utterance, "block">[] {
    const spoken: Omit<Utterance, "block">[] = [];
    // Notes may cite notes in a chain as long as the essay, so the pending ones are kept in a list.
    const open: { note: number | undefined; parts: Iterator<Said | { note: number }> }[] = [];
    const say = (note: number | undefined, said: readonly Said[]): void => {
      const parts = said
        .flatMap(parted)
        .flatMap((part) => [part, ...part.cited.map(({ number }) => ({ note: number }))]);
      open.push({ note, parts: parts.values() });
    };
    say(undefined, this.#said(block));
    for (let inner = open.at(-1); inner; inner = open.at(-1)) {
      const { done, value } = inner.parts.next();
      if (done === true) open.pop();
      else if ("note" in value) {
        if (!this.#read.has(value.note)) say(value.note, this.#note(value.note));
      } else if (value.text !== "" || value.cited.length === 0)
        spoken.push({ text: value.text, lead: value.lead, note: inner.note });
    }
    return spoken;
  }

  /** The paragraphs of a note, on its first citation. */
  #note(number: number): Said[] {
    this.#read.add(number);
    const note = this.#document.notes[number - 1];
    if (!note) return [];
    const name = note.own ? "Note of your own" : `Footnote${this.#whole ? ` ${number}` : ""}`;
    return led(`${name}: `, this.#saidIn(note.blocks));
  }

  #saidIn(blocks: readonly Block[]): Said[] {
    return blocks.flatMap((block) => this.#said(block));
  }

  #said(block: Block): Said[] {
    switch (block.type) {
      case "paragraph":
        return this.#withNotes(block.children);
      case "heading": {
        const level = this.#whole ? `Heading ${block.depth}: ` : "";
        return this.#withNotes(block.children, sentence, level);
      }
      case "blockQuote":
        return [added("Quotation."), ...this.#saidIn(block.children), added("End of the quotation.")];
      case "callout": {
        if (isTheorem(block.kind))
          return [...this.#withNotes(theoremHead(block), sentence), ...this.#saidIn(block.children)];
        const name = sentenceCase(block.kind);
        return [
          ...(block.title.length === 0
            ? [added(`${name}.`)]
            : this.#withNotes(block.title, sentence, `${name}: `)),
          ...this.#saidIn(block.children),
          added(`End of the ${block.kind}.`),
        ];
      }
      case "figure":
        return [...this.#saidIn(block.children), ...this.#withNotes(block.caption, sentence, "Caption: ")];
      case "transclusion":
        return [
          added(`From ${sentence(block.title)}`),
          ...(block.stopped === undefined ? [] : [added(sentence(STOPPED[block.stopped]))]),
          ...this.#saidIn(block.children),
          added(`End of the text from ${sentence(block.title)}`),
        ];
      case "definitionList":
        return block.items.flatMap(({ terms, definitions }) => [
          ...terms.flatMap((term) => this.#withNotes(term, (text) => `${text}:`)),
          ...this.#saidIn(definitions.flat()),
        ]);
      case "list": {
        const marks = block.start === undefined ? [] : itemMarks(block);
        const all = block.items.flatMap((item, index) => this.#item(item, marks[index]));
        return this.#whole ? [added(`List of ${block.items.length}.`), ...all] : all;
      }
      case "codeBlock":
        return [
          ...this.#code(block.language, block.text.trimEnd().split("\n")),
          ...onlyCited(citedOn(block.mine)),
        ];
      case "table": {
        const rows = this.#whole
          ? rowsOf(block, this.#mathematics)
          : [announced("A table", block.rows.length, "row")];
        return [...rows.map(added), ...onlyCited([block.header, ...block.rows].flat(2))];
      }
      case "details":
        return [...this.#withNotes(block.summary, sentence), ...this.#saidIn(block.children)];
      case "math":
        return [...this.#formula(block.tex).map(added), ...onlyCited(citedOn(block.mine))];
      case "thematicBreak":
        return [];
    }
  }

  /** A display formula: in words if it is short, else announced; its TeX if code is included. */
  #formula(tex: string): string[] {
    const words = this.#mathematics?.spoken(tex, true);
    if (words === "") return [];
    if (words !== undefined) return [`Formula: ${sentence(words)}`];
    return [this.#whole ? `Formula: ${tex.replace(/\s+/g, " ")}` : "A formula is left out."];
  }

  #code(language: string, lines: readonly string[]): Said[] {
    if (this.#whole) return ["Code.", ...lines, "End of the code."].map(added);
    return [added(announced(language === "" ? "Code" : `Code in ${language}`, lines.length, "line"))];
  }

  #item(item: ListItem, mark: string | undefined): Said[] {
    const done = item.checked === undefined ? "" : item.checked ? "Done: " : "To do: ";
    const lead = `${mark === undefined ? "" : `${mark} `}${done}`;
    return led(lead, this.#saidIn(item.children));
  }

  /** Inlines with their notes, after `lead` if the inlines have text. */
  #withNotes(
    inlines: readonly Inline[],
    finish: (text: string) => string = (text) => text,
    lead = "",
  ): Said[] {
    const { text, cited } = spokenText(inlines, this.#whole, this.#mathematics);
    if (text !== "") return led(lead, [{ text: finish(text), lead: 0, cited }]);
    return cited.length === 0 ? [] : [{ text, lead: 0, cited }];
  }
}

/** Notes that are cited by text which is left out. */
function onlyCited(inlines: readonly Inline[]): Said[] {
  const cited = citedIn(inlinesIn(inlines)).map((number) => ({ number, at: 0 }));
  return cited.length === 0 ? [] : [{ text: "", lead: 0, cited }];
}

/** `Year: 1984. Title: Amsterdam.` */
function rowsOf({ header, rows }: Table, mathematics: SpokenMathematics | undefined): string[] {
  const names = header.map((cell) => spokenText(cell, false, mathematics).text);
  const cells = rows.map((row) =>
    row
      .map((cell, column) =>
        [names[column], spokenText(cell, false, mathematics).text].filter((part) => part).join(": "),
      )
      .join(". "),
  );
  return ["Table.", ...(rows.length === 0 ? [names.join(". ")] : cells), "End of the table."];
}

function announced(what: string, count: number, unit: string): string {
  return `${what} of ${counted(count, unit)} is left out.`;
}

/** Ends a heading as a sentence, so that the voice falls. */
export function sentence(text: string): string {
  return /[.!?…:]$/.test(text) ? text : `${text}.`;
}
