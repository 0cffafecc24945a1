/**
 * What the syntaxes of callouts have in common: what is found in a source, and the names of kinds.
 */

/** A callout as its source has it. */
export interface CalloutSource {
  /** All of it, from its first line to its last. */
  readonly raw: string;
  /** As the author wrote it; empty for a div without a kind. */
  readonly kind: string;
  readonly title: string;
  /** The Markdown of its blocks. */
  readonly content: string;
  /** The name of the block. */
  readonly anchor?: string;
}

/** The kinds of callouts that the classes of a div may name. */
export const CALLOUT_KINDS: ReadonlySet<string> = new Set(
  "admonition alert callout caution danger error hint important info note notice success tip warn warning".split(
    " ",
  ),
);
