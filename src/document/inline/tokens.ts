/**
 * What a run of inline Markdown is made of, before it becomes the document's inlines: texts with their entities, HTML tag
 * by tag.
 */

export type InlineToken =
  /** Text as it was written, entities not decoded. */
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
  /** Words with classes, as Pandoc has them (its manual, "Bracketed spans"). */
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
  | { readonly type: "math"; readonly text: string; readonly raw: string }
  /** What stands, quiet, for something that is not text. */
  | { readonly type: "sign"; readonly text: string };

/** What inlines refer to: all definitions are known before the first inline is parsed. */
export interface Definitions {
  /** The destination of a link reference definition, by its normalized label (CommonMark 4.7). */
  readonly link: (label: string) => string | undefined;
  /** The address of the heading that has this text (Pandoc's manual, "Implicit header references"). */
  readonly heading: (label: string) => string | undefined;
  /** Whether a footnote has this label. */
  readonly hasFootnote: (label: string) => boolean;
  /** Whether one more of them is within the bound of the text. */
  readonly takes: (name: "marks" | "notes") => boolean;
  /** Whether the text has formulas in brackets after backslashes, which could be escapes. */
  readonly writesInBrackets: () => boolean;
  /** Whether one more mark would be too many: then all that follows is text. */
  readonly isFull: () => boolean;
}
