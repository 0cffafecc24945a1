/**
 * A strip of the galley: the text of a block or of a note, and how it is divided.
 *
 *     | Item | Price |      text    Item ⏎ Price ⏎ Tea ⏎ 12
 *     |------|-------|      units   ^              ^
 *     | Tea  | 12    |      labels                       Tea: Price
 *                           rows    ──────────────  ────────
 */
import type { Block, Inline, Table } from "../document/document.ts";
import { spelledText } from "../document/spelling.ts";
import { withChanged } from "../document/walk.ts";

/** The text of a block or of a note. */
export interface Strip {
  readonly block: number;
  readonly note?: number;
  /** Its offset in the galley's text. */
  readonly start: number;
  readonly text: string;
  /** The offsets in `text` at which its paragraphs, cells, items and lines of code begin. */
  readonly parts: readonly number[];
  /** The offsets at which its units begin: paragraphs, items of lists and rows of tables. Code is none. */
  readonly units: readonly number[];
  /** For each part, what says what it is about. Cells and definitions have a label, but no first cell has. */
  readonly labels: readonly (Label | undefined)[];
  /** The rows of its tables, in their order. */
  readonly rows: readonly Row[];
}

/** A row of a table: offsets in the text of its strip, the end excluded. */
export interface Row {
  readonly start: number;
  readonly end: number;
  readonly isHeader: boolean;
}

/** What says what a cell or a definition is about. */
export interface Label {
  /** The first cell of the row, or the terms. */
  readonly about: string;
  /** The head of the column; empty for a definition. */
  readonly head: string;
}

/** The separator of two parts of a strip. */
export const PARTED = "\n";

type Divided = Pick<Strip, "text" | "parts" | "units" | "labels" | "rows">;

/** The text of blocks in reading order, with line feeds between the parts, and how it is divided. */
export function stripText(blocks: readonly Block[]): Divided {
  const setter = new Setter();
  for (const block of blocks) setter.block(block);
  return setter.divided();
}

/** Sets the parts of a strip, one after the other. */
class Setter {
  readonly #texts: string[] = [];
  readonly #labels: (Label | undefined)[] = [];
  readonly #units = new Set<number>();
  /** The rows of tables, by the numbers of their first parts. */
  readonly #rows: { readonly first: number; readonly end: number; readonly isHeader: boolean }[] = [];
  /** Whether what follows is in a unit that has begun: in an item or a row. */
  #isWithin = false;
  /** The label of what follows. */
  #label: Label | undefined;

  block(own: Block): Block {
    const leaf = leafText(own);
    // Lines of code are parts; a formula is one.
    if (leaf !== undefined)
      for (const text of own.type === "codeBlock" ? leaf.split(PARTED) : [leaf]) this.#part(text);
    else if (own.type === "table") this.#table(own);
    else if (own.type === "list")
      for (const { children } of own.items) this.#unit(() => this.#blocks(children));
    else if (own.type === "definitionList")
      for (const { terms, definitions } of own.items) {
        for (const term of terms) this.#run(term);
        this.#about({ about: terms.map(runText).join(PARTED), head: "" }, () =>
          this.#blocks(definitions.flat()),
        );
      }
    else withChanged(own, { block: (child) => this.block(child), run: (inlines) => this.#run(inlines) });
    return own;
  }

  #blocks(blocks: readonly Block[]): void {
    for (const block of blocks) this.block(block);
  }

  #table({ header, rows }: Table): void {
    this.#row(true, () => header.forEach((cell) => this.#run(cell)));
    const heads = header.map(runText);
    for (const row of rows) {
      const [about = ""] = row.slice(0, 1).map(runText);
      const cell = (inlines: readonly Inline[], nth: number): void =>
        this.#about(nth === 0 ? undefined : { about, head: heads[nth] ?? "" }, () => this.#run(inlines));
      this.#row(false, () => row.forEach(cell));
    }
  }

  #row(isHeader: boolean, work: () => void): void {
    const first = this.#texts.length;
    this.#unit(work);
    if (this.#texts.length > first) this.#rows.push({ first, end: this.#texts.length, isHeader });
  }

  #unit(work: () => void): void {
    const before = this.#isWithin;
    this.#units.add(this.#texts.length);
    this.#isWithin = true;
    work();
    this.#isWithin = before;
  }

  #about(label: Label | undefined, work: () => void): void {
    const before = this.#label;
    this.#label = label;
    work();
    this.#label = before;
  }

  #run(inlines: readonly Inline[]): readonly Inline[] {
    if (!this.#isWithin) this.#units.add(this.#texts.length);
    this.#part(runText(inlines));
    return inlines;
  }

  #part(text: string): void {
    this.#texts.push(text);
    this.#labels.push(this.#label);
  }

  divided(): Divided {
    const texts = this.#texts;
    let at = -PARTED.length;
    const parts = texts.map((_, nth) => (at += PARTED.length + (texts[nth - 1]?.length ?? 0)));
    const units = [...this.#units].map((nth) => parts[nth] ?? 0);
    const rows = this.#rows.map(({ first, end, isHeader }): Row => {
      const last = end - 1;
      return { start: parts[first]!, end: parts[last]! + texts[last]!.length, isHeader };
    });
    return { text: texts.join(PARTED), parts, units, labels: this.#labels, rows };
  }
}

/** The text of a block that has no inlines; undefined for the others. */
export function leafText(block: Block): string | undefined {
  if (block.type === "codeBlock") return block.text;
  return block.type === "math" ? block.tex : undefined;
}

const SPELLING = { hardBreak: PARTED, written: (text: string) => text.replace(/[\t\n\r]/g, " ") };

/** The text of inlines, with a blank for each tab and line feed. It is as long as in the tree, so that offsets agree. */
export function runText(inlines: readonly Inline[]): string {
  return spelledText(inlines, SPELLING);
}
