/**
 * An essay's text as the rules see it that find passages: folded, with what is known of each place.
 */
import type { Document } from "../document/document.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import { plainText } from "../document/spelling.ts";
import { type Company, companyAt } from "./company.ts";
import { type Stretch, stretchIn } from "./compared.ts";
import { type Galley, galleyOf, type Point } from "./galley.ts";

/** A text in which a passage is looked for. Offsets and stretches are those of the folded text. */
export class Present {
  readonly galley: Galley;
  readonly #document: Document;

  constructor(document: Document) {
    this.galley = galleyOf(document);
    this.#document = document;
  }

  /** The folded text. */
  get folded(): string {
    return this.galley.compared.folded;
  }

  /** The heading above an offset; undefined if there is none. */
  headingAt(offset: number): string | undefined {
    return headingAbove({ document: this.#document }, this.galley.stripAt(this.#unfolded(offset)));
  }

  /** The hash of the label of the part at an offset (`Strip.labels`); undefined if it has none. */
  labelAt(offset: number): string | undefined {
    return this.galley.labelAt(this.#unfolded(offset));
  }

  /** Whether a part of the text has the label of an anchor. */
  hasLabel(label: string | undefined): boolean {
    return label !== undefined && this.galley.labels.has(label);
  }

  /** The company of a stretch. */
  companyOf(stretch: Stretch): Company {
    return companyAt(this.galley, stretchIn(this.galley.text, this.galley.compared, stretch));
  }

  #unfolded(offset: number): number {
    return this.galley.compared.starts[offset] ?? 0;
  }
}

/** The text of the last heading at or above a place. */
export function headingAbove(
  { document }: Pick<OpenEssay, "document">,
  { block }: Pick<Point, "block">,
): string | undefined {
  for (let at = block; at >= 0; at--) {
    const own = document.blocks[at];
    if (own?.type === "heading") return plainText(own.children);
  }
  return undefined;
}
