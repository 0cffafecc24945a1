/**
 * What layout uses and does not load: each comes when an essay that needs it is first shown, and until then what it would
 * set is shown as its source.
 */
import type { Document } from "../document/document.ts";
import type { Highlighter } from "./highlight.ts";
import type { Hyphenators } from "./hyphens.ts";
import type { TexParser } from "./math/parser.ts";

export interface Tools {
  /** Code in colour. */
  readonly highlighter?: Highlighter | undefined;
  /** The parser of a document's TeX: what one formula defines, the others may use. */
  readonly tex?: ((document: Document) => TexParser) | undefined;
  /** What parts words at the ends of lines. */
  readonly hyphenators?: Hyphenators | undefined;
}
