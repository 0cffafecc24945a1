/**
 * The tools of layout that are loaded elsewhere, when an essay first needs them. Without a tool, layout shows the source or plain
 * text.
 */
import type { Document } from "../document/document.ts";
import type { Highlighter } from "./highlight.ts";
import type { Hyphenators } from "./hyphens.ts";
import type { TexParser } from "./math/parser.ts";

export interface Tools {
  /** Colours code. */
  readonly highlighter?: Highlighter | undefined;
  /** Returns the parser of a document's TeX. A macro that one formula defines is known to the others. */
  readonly tex?: ((document: Document) => TexParser) | undefined;
  /** Returns the hyphenator of a language. */
  readonly hyphenators?: Hyphenators | undefined;
}
