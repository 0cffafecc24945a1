/**
 * The tokens of inline Markdown, before they become the document's inlines: texts with their
 * entities, and HTML tag by tag.
 */

export type InlineToken =
  /** Text as written, with entities. */
  | { readonly type: "text"; readonly text: string }
  /** A character after a backslash. */
  | { readonly type: "escape"; readonly text: string }
  | { readonly type: "codespan"; readonly text: string }
  /** A tag, a comment, a declaration or an instruction. */
  | { readonly type: "html"; readonly raw: string }
  | { readonly type: "br" }
  | {
      readonly type: "em" | "strong" | "del" | "ins" | "mark" | "sup" | "sub" | "kbd" | "cite";
      readonly tokens: readonly InlineToken[];
    }
  | {
      readonly type: "link" | "image";
      readonly href: string;
      readonly tokens: readonly InlineToken[];
      /** Whether the address is a file's name, which may lie in any folder. */
      readonly byName?: true;
    }
  /** Words with classes (Pandoc's manual, "Bracketed spans"). */
  | {
      readonly type: "span";
      readonly classes: readonly string[];
      readonly tokens: readonly InlineToken[];
    }
  | { readonly type: "footnoteReference"; readonly raw: string; readonly label: string }
  | { readonly type: "inlineNote"; readonly tokens: readonly InlineToken[] }
  | {
      readonly type: "wikiLink";
      readonly raw: string;
      readonly href: string;
      readonly text: string;
      readonly embeds?: true;
    }
  | { readonly type: "shortcode"; readonly text: string }
  | {
      readonly type: "math";
      readonly text: string;
      readonly raw: string;
      /** Where it begins and ends in its run, with its delimiters, in UTF-16 code units; absent where the parser does not know. */
      readonly span?: readonly [start: number, end: number];
    }
  /** A quiet sign for something that is not text. */
  | { readonly type: "sign"; readonly text: string };

/** The definitions to which inlines refer; all are known before the first inline is parsed. */
export interface Definitions {
  /** The destination of a link reference definition, by its normalized label (CommonMark 4.7). */
  readonly link: (label: string) => string | undefined;
  /** The address of the heading that has this text (Pandoc's manual, "Implicit header references"). */
  readonly heading: (label: string) => string | undefined;
  /** Whether a footnote has this label. */
  readonly hasFootnote: (label: string) => boolean;
  /** Counts one more; false if the text has reached its limit. */
  readonly takes: (name: "marks" | "notes") => boolean;
  /** Whether the text has formulas in brackets after backslashes, which could be escapes. */
  readonly writesInBrackets: () => boolean;
  /** Whether the text has tags that a generator fills in; only then is `{# … #}` a comment. */
  readonly hasTags: () => boolean;
  /** Whether the text has chunks of code that a program runs; only then is `` `r x` `` a value. */
  readonly hasChunks: () => boolean;
  /** Whether one more mark would be too many; all that follows is then text. */
  readonly isFull: () => boolean;
}
