/**
 * The tree that Markdown is parsed into: blocks, inlines and notes, by the names of CommonMark 0.31 and of
 * GitHub Flavored Markdown; mathematics by those of mdast-util-math.
 *
 * Text in the tree is ready to be shown: entities decoded, control characters made visible, HTML turned into
 * the nodes that it means.
 */

import type { BoundName } from "../text/bounds.ts";
import type { FormulaOrigin } from "./formula-origin.ts";

export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "codeSpan"; readonly text: string }
  /** `written` includes the delimiters if they are not single dollars; `presented` as in a block. */
  | {
      readonly type: "inlineMath";
      readonly tex: string;
      readonly written?: string;
      readonly presented?: string;
    }
  | { readonly type: "shortcode"; readonly text: string }
  | { readonly type: Phrase; readonly children: readonly Inline[] }
  | {
      readonly type: "link";
      readonly href: string;
      readonly children: readonly Inline[];
      readonly byName?: true;
    }
  | WikiLink
  | Image
  /** An abbreviation; `title` is its meaning. */
  | { readonly type: "abbreviation"; readonly title: string; readonly children: readonly Inline[] }
  | { readonly type: "hardBreak" }
  | Citation
  | Mine;

/** Inlines that only change how their text looks. */
export type Phrase =
  | "emphasis"
  | "strong"
  | "strikethrough"
  | "underline"
  | "inserted"
  | "highlight"
  | "superscript"
  | "subscript"
  | "keyboard"
  /** Works that are cited by their keys in a bibliography. */
  | "reference";

/** `[[slug#heading|text]]`: a link if the library contains that essay, otherwise its text. */
export interface WikiLink {
  readonly type: "wikiLink";
  /** The slug or path, and the heading if one is named. */
  readonly href: string;
  readonly text: string;
  /** The source, with its brackets. */
  readonly raw: string;
  /** Whether the page itself replaces it (`![[page]]`). */
  readonly embeds?: true;
}

export interface Image {
  readonly type: "image";
  readonly src: string;
  readonly alt: string;
  /**
   * Whether `src` is the name of a file in any folder (`![[a.png]]`), as `href` is in such a link to a sound or a film.
   */
  readonly byName?: true;
}

/** A highlight of the user, by the id of the mark. The parser makes none: `marks/weave.ts` does. */
export interface Mine {
  readonly type: "mine";
  readonly mark: string;
  /** Whether the words were edited since they were marked. */
  readonly reworded?: true;
  readonly children: readonly Inline[];
}

/** A mark in the text that cites a note. */
export interface Citation {
  readonly type: "citation";
  /** The note's number, from 1. */
  readonly number: number;
  /** Whether this is the note's first citation: the note is shown only there. */
  readonly first: boolean;
  /** Which of the user's notes it is, from 1; absent for the essay's. */
  readonly own?: number;
}

/** The user's highlights in a block that has no inlines, in the order of their ends, and the notes on them. */
export interface MineOfBlock {
  /** Offsets in the text of the block, in UTF-16 code units. */
  readonly ranges: readonly {
    readonly start: number;
    readonly end: number;
    readonly mark: string;
    /** Whether it was edited since it was marked. */
    readonly reworded?: true;
    /** The user's notes on it, if it ends in the block. */
    readonly cites?: readonly Citation[];
  }[];
}

export type Block = (
  | Paragraph
  | Heading
  | { readonly type: "blockQuote"; readonly children: readonly Block[] }
  | Callout
  | Transclusion
  | DefinitionList
  | List
  | {
      readonly type: "codeBlock";
      readonly language: string;
      readonly text: string;
      readonly mine?: MineOfBlock;
    }
  | Table
  | { readonly type: "details"; readonly summary: readonly Inline[]; readonly children: readonly Block[] }
  | Figure
  | MathBlock
  | { readonly type: "thematicBreak" }
) & {
  /** The line of the body, from 1, on which a block of the document's top level begins. */
  readonly line?: number;
  /**
   * The name by which links refer to it: `{#id}`, `\label{id}`, or `^id` after it or on the line below
   * (Obsidian, "Link to a block").
   */
  readonly id?: string;
};

/** A display. `presented` is the TeX of the elements of MathML, to be shown if the TeX beside them does not parse. */
export interface MathBlock {
  readonly type: "math";
  readonly tex: string;
  readonly presented?: string;
  readonly mine?: MineOfBlock;
}

export interface Paragraph {
  readonly type: "paragraph";
  readonly children: readonly Inline[];
}

export interface Heading {
  readonly type: "heading";
  readonly depth: number;
  readonly children: readonly Inline[];
}

export interface Callout {
  readonly type: "callout";
  /** `note`, `warning` or any other word that the author chose, in lower case. */
  readonly kind: string;
  /** Empty if the callout has only a kind. */
  readonly title: readonly Inline[];
  readonly children: readonly Block[];
  /** The number of a theorem with a label, from 1. */
  readonly number?: number;
}

/** Another essay, or a part of it, in the place of a wiki link that embeds it. The parser makes none. */
export interface Transclusion {
  readonly type: "transclusion";
  readonly href: string;
  readonly title: string;
  /** The reason if it is not shown. */
  readonly stopped?: "circle" | "depth" | "bound";
  readonly children: readonly Block[];
}

/** Blocks with their caption. */
export interface Figure {
  readonly type: "figure";
  readonly children: readonly Block[];
  readonly caption: readonly Inline[];
}

export interface DefinitionList {
  readonly type: "definitionList";
  readonly items: readonly DefinitionItem[];
}

/** Terms and their definitions. */
export interface DefinitionItem {
  readonly terms: readonly (readonly Inline[])[];
  readonly definitions: readonly (readonly Block[])[];
}

export interface List {
  readonly type: "list";
  /** The first item's number; undefined for a bullet list. */
  readonly start?: number;
  /** The form of its numbers, if it is not `1.`. */
  readonly numbering?: Numbering;
  /** Whether there are no blank lines between the items. */
  readonly tight: boolean;
  readonly items: readonly ListItem[];
}

/** The kind of numbers, as HTML calls them (`<ol type>`), and the signs around each: `(iv)` is of the kind `i`. */
export interface Numbering {
  readonly kind: "1" | "a" | "A" | "i" | "I";
  readonly before: "" | "(";
  readonly after: "." | ")";
}

export interface ListItem {
  /** Whether the box of a task list item is ticked; undefined where there is no box. */
  readonly checked?: boolean;
  /** Its number, if it does not follow from the item before (`<li value>`). */
  readonly number?: number;
  readonly children: readonly Block[];
}

export type Alignment = "left" | "center" | "right" | undefined;

export interface Table {
  readonly type: "table";
  readonly align: readonly Alignment[];
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}

export type TableCell = readonly Inline[];

export interface Note {
  readonly number: number;
  /** As written between `[^` and `]`; empty for an inline note. */
  readonly label: string;
  readonly blocks: readonly Block[];
  /** Which of the user's notes it is, from 1, and its mark; absent for the essay's. */
  readonly own?: { readonly nth: number; readonly mark: string };
}

export interface Document {
  readonly blocks: readonly Block[];
  /** In the order of their numbers: `notes[0]` is note 1. */
  readonly notes: readonly Note[];
  /** Commands that the front matter defines for the formulas, as TeX; absent if there are none. */
  readonly macros?: string;
  /** Labels of notes that are defined and never cited; absent if there are none. */
  readonly unused?: readonly string[];
  /** Labels that are defined more than once; absent if there are none. */
  readonly repeated?: readonly string[];
  /** Labels to which the text refers and that nothing has (`\ref{label}`); absent if there are none. */
  readonly missing?: readonly string[];
  /** Why the source is shown as plain paragraphs; absent if it was parsed. */
  readonly givenUp?: string;
  /** Limits that the source exceeds; absent if there are none. */
  readonly passed?: readonly BoundName[];
  /** Where its formulas stand in the source; absent if there are none. */
  readonly origins?: readonly FormulaOrigin[];
  /** The names of HTML's elements of which one is never closed; absent if there are none. */
  readonly unclosed?: readonly string[];
}
