/**
 * What every format of an essay is made of.
 */
import type { Document } from "../document/document.ts";
import type { Essay } from "../essay/essay.ts";
import type { LinkTarget } from "../links/link-target.ts";

export interface ShownEssay {
  readonly essay: Essay;
  /** The tree to show, wiki links resolved; a section of it, perhaps. */
  readonly document: Document;
  /** Whether the title is to stand above the document. */
  readonly isNamed: boolean;
  /** Where a link of this essay leads. */
  readonly resolve: (href: string) => LinkTarget;
}
