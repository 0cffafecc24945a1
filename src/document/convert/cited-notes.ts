/**
 * Notes and their numbers.
 *
 * Notes are numbered by first citation: the body's first, in reading order, then what the notes themselves
 * cite, as GitHub numbers them when definitions are at the end. So a cited note waits for its turn, and
 * notes that cite each other cause no endless loop.
 */
import type { Token, Tokens } from "marked";
import type { Block, Citation, Document, Note } from "../document.ts";
import type { DefinitionListToken } from "../block/definition-lists.ts";
import { type FootnoteDefinition, noteLabel } from "../block/footnotes.ts";

/** A note that has its number and waits to be converted. */
interface Waiting {
  readonly number: number;
  readonly label: string;
  readonly blocks: () => Block[];
}

export class CitedNotes {
  readonly #definitions = new Map<string, FootnoteDefinition>();
  readonly #numbers = new Map<string, number>();
  readonly #cited: Waiting[] = [];
  readonly #repeated: string[] = [];

  /**
   * Collects every definition among `tokens`, also in lists, quotations and notes; the first one with a label counts.
   */
  constructor(tokens: readonly Token[]) {
    this.#collect(tokens);
  }

  /** A citation of the note with this label, or undefined if none is defined. */
  cite(label: string, convert: (definition: FootnoteDefinition) => Block[]): Citation | undefined {
    const key = noteLabel(label);
    const known = this.#numbers.get(key);
    if (known !== undefined) return { type: "citation", number: known, first: false };
    const definition = this.#definitions.get(key);
    if (!definition) return undefined;
    const citation = this.#add(label, () => convert(definition));
    this.#numbers.set(key, citation.number);
    return citation;
  }

  /** A citation of an inline note, which is written where it is cited. */
  citeInline(blocks: () => Block[]): Citation {
    return this.#add("", blocks);
  }

  /** All cited notes, in the order of their numbers. Converting a note may add those that it cites. */
  convertAll(): Note[] {
    const notes: Note[] = [];
    for (let next = 0; next < this.#cited.length; next++) {
      const { number, label, blocks } = this.#cited[next]!;
      notes.push({ number, label, blocks: blocks() });
    }
    return notes;
  }

  /** Labels that are never cited, and labels that are defined again; complete only after all notes are converted. */
  idle(): Pick<Document, "unused" | "repeated"> {
    const unused = [...this.#definitions].flatMap(([key, { label }]) =>
      this.#numbers.has(key) ? [] : [label],
    );
    return {
      ...(unused.length > 0 && { unused }),
      ...(this.#repeated.length > 0 && { repeated: this.#repeated }),
    };
  }

  #add(label: string, blocks: () => Block[]): Citation {
    const number = this.#cited.length + 1;
    this.#cited.push({ number, label, blocks });
    return { type: "citation", number, first: true };
  }

  #collect(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (isDefinition(token)) {
        const key = noteLabel(token.label);
        if (this.#definitions.has(key)) this.#repeated.push(token.label);
        else this.#definitions.set(key, token);
      }
      if (token.type === "definitionList")
        for (const { definitions } of (token as DefinitionListToken).items)
          definitions.forEach((one) => this.#collect(one));
      if (token.type === "list") for (const item of (token as Tokens.List).items) this.#collect(item.tokens);
      else if (HOLDERS.has(token.type) || isDefinition(token))
        this.#collect((token as Tokens.Generic).tokens ?? []);
    }
  }
}

/** Blocks that contain blocks. */
const HOLDERS = new Set(["blockquote", "callout", "enclosure"]);

function isDefinition(token: Token): token is FootnoteDefinition {
  return token.type === "footnoteDefinition";
}
