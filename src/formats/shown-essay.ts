/**
 * What every format of an essay is made of.
 */
import type { Document } from "../document/document.ts";
import type { Essay } from "../essay/essay.ts";
import type { TexParser } from "../layout/math/parser.ts";
import type { LinkTarget } from "../links/link-target.ts";

/** What formats need of a document's mathematics. */
export interface Mathematics {
  readonly parse: TexParser;
  /** One `<math>` element; undefined for what can't be parsed. */
  readonly mathMl: (tex: string, display: boolean) => string | undefined;
  /** In a few words; undefined for what is too long to be heard. */
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
  /** The tree to show, wiki links resolved; a section of it, perhaps. */
  readonly document: Document;
  /** Whether the title is to stand above the document. */
  readonly isNamed: boolean;
  /** Where a link of this essay leads. */
  readonly resolve: (href: string) => LinkTarget;
  /** Absent where there is no mathematics in it. */
  readonly mathematics?: Mathematics | undefined;
  /** The picture that an image of it names; undefined if there is none. Absent where pictures are not wanted. */
  readonly picture?: ((src: string) => Picture | undefined) | undefined;
  /** Where the essays are on the web; absent where that is not known. */
  readonly site?: string | undefined;
}
