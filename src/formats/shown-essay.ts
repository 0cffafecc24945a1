/**
 * The input of every format of an essay.
 */
import type { Document } from "../document/document.ts";
import type { Essay } from "../essay/essay.ts";
import type { TexParser } from "../layout/math/parser.ts";
import type { LinkTarget } from "../links/link-target.ts";

/** The converters of a document's formulas. */
export interface Mathematics {
  readonly parse: TexParser;
  /** One `<math>` element; undefined if the TeX can't be parsed. */
  readonly mathMl: (tex: string, display: boolean) => string | undefined;
  /** The formula in words; undefined if it is too long to listen to. */
  readonly spoken: (tex: string, display: boolean) => string | undefined;
}

/** A picture of the library. */
export interface Picture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly base64: () => string;
}

export interface ShownEssay {
  readonly essay: Essay;
  /** The tree to show, or a section of it, with wiki links resolved. */
  readonly document: Document;
  /** Whether the title is shown above the document. */
  readonly isNamed: boolean;
  /** Returns the target of a link in this essay. */
  readonly resolve: (href: string) => LinkTarget;
  /** Absent if the document has no formulas. */
  readonly mathematics?: Mathematics | undefined;
  /** Returns the picture that an image names; undefined if there is none. Absent if pictures are not wanted. */
  readonly picture?: ((src: string) => Picture | undefined) | undefined;
  /** The language of the text (BCP 47); undefined if it is not known. */
  readonly language?: string | undefined;
  /** The address of the essays on the web; absent if it is not known. */
  readonly site?: string | undefined;
}
