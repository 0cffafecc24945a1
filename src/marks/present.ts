/**
 * An essay's text as the rules see it that find passages: folded, with what is known of each place.
 */
import type { Document } from "../document/document.ts";
import type { OpenEssay } from "../document/open-essay.ts";
import { plainText } from "../document/spelling.ts";
import { type Company, companyAt } from "./company.ts";
import { type Stretch, stretchIn } from "./compared.ts";
import { type Galley, galleyOf, type LabelHash, type Point } from "./galley.ts";

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

  /**
   * Whether the part at an offset is about the same as a passage with this label: it has the same row or term, and the same column unless
   * nothing is under the old head any more. What has no label is like what has none.
   */
  hasLabel(offset: number, label: LabelHash | undefined): boolean {
    const own = this.galley.labelAt(this.#unfolded(offset));
    if (!own || !label) return own === label;
    const isUnderIt = own[1] === label[1] || own[1] === "" || !this.galley.labels.heads.has(label[1]);
    return own[0] === label[0] && isUnderIt;
  }

  /** Whether anything is still about what has this label. */
  knows(label: LabelHash | undefined): boolean {
    return label !== undefined && this.galley.labels.about.has(label[0]);
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
