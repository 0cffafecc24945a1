/**
 * The output of layout: lines of spans. The screen and the pipe print the same lines.
 */
import type { BreakRank } from "./math/inline.ts";

/** The kind of a piece of text. A theme gives each role its look. */
export type Role =
  | "title"
  | "meta"
  | "heading"
  | "headingRule"
  | "emphasis"
  | "strong"
  | "strikethrough"
  | "underline"
  | "highlight"
  | "superscript"
  | "subscript"
  | "keyboard"
  | "code"
  | "codeBlock"
  | "codeLabel"
  | "codeKeyword"
  | "codeString"
  | "codeNumber"
  | "codeComment"
  | "codeName"
  | "math"
  | "mathSource"
  | "link"
  | "image"
  | "imageName"
  | "citation"
  | "note"
  | "mine"
  | "mineReworded"
  | "mineInner"
  | "mineNote"
  | "noteNumber"
  | "quote"
  | "quoteBar"
  | "caption"
  | "bullet"
  | "tableHeader"
  | "rule"
  | "match"
  | "matchHere"
  | "found"
  | "selected"
  | "spoken"
  | "focus"
  | "changed"
  | "tag"
  | "problem"
  | "quiet";

export interface Link {
  readonly href: string;
}

export interface Span {
  readonly text: string;
  /** From the outermost to the innermost. */
  readonly roles: readonly Role[];
  /** The same object for every span of one link. */
  readonly link?: Link;
  /** For a piece of a formula, or another text in which no line may end: whether a line may end after it, and at which rank. */
  readonly breaks?: BreakRank;
  /** Whether it is an added hyphen at the end of a line. The word continues in the next line. */
  readonly hyphen?: true;
  /** The formula that it shows, or a piece or row of it: the same object for all of them. */
  readonly formula?: ShownFormula;
  /** The TeX of a formula that is wider than the page and therefore broken or cut. A box shows it whole. */
  readonly whole?: string;
  /** The number of the note that this mark cites. */
  readonly cites?: number;
  /** The number of the note that this number leads. */
  readonly leads?: number;
  /** The id of the user's mark that covers it, or of the innermost mark. */
  readonly mine?: string;
  /** The text that contains it, before the text was broken into lines. Absent for spans that layout adds. */
  readonly flow?: Flow;
  /** The offset in the flow's text, in UTF-16 code units. */
  readonly at?: number;
}

/** A formula on the page, for searches by its TeX. */
export interface ShownFormula {
  readonly tex: string;
}

/** The element that contains a flow. */
export type FlowKind = "title" | "heading" | "note" | "text";

/** A text that is broken into lines as a whole: a paragraph, a heading, a cell, a line of code. */
export interface Flow {
  readonly kind: FlowKind;
  /** Index of the document's top-level block; -1 above the first. */
  readonly block: number;
  readonly note?: number;
  /** The text, including marks of notes. */
  readonly text: string;
  /** The ranges of the marks of notes: start and end, in UTF-16 code units. */
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** The ranges of its formulas, if it has any. */
  readonly formulas?: readonly FormulaRange[];
  /** The direction of the paragraph. Absent if its letters alone decide. */
  readonly direction?: Direction;
  /** The ranges of its code and formulas, in order, if it has right-to-left letters. */
  readonly isolates?: readonly Isolate[];
}

/** The direction of a text: from left to right, or from right to left. */
export type Direction = "ltr" | "rtl";

/** Roles whose text runs from left to right and is ordered by itself. Code may contain strings and comments. */
export type IsolateRole = "codeBlock" | "code" | "math" | "mathSource" | "codeString" | "codeComment";

/** A part of a text that is ordered by itself (UAX #9, BD8): offsets in UTF-16 code units, `end` not included. */
export interface Isolate {
  readonly start: number;
  readonly end: number;
  readonly role: IsolateRole;
}

/** Where a flow shows a formula, in UTF-16 code units. */
export interface FormulaRange {
  readonly start: number;
  readonly end: number;
  readonly formula: ShownFormula;
}

/** Spans side by side, in one row of a screen. */
export interface Row {
  readonly spans: readonly Span[];
}

/** A row that came from a document. */
export interface Line extends Row {
  /** Index of the document's top-level block that the line belongs to; -1 above the first. */
  readonly block: number;
  /** The note that the line shows, if it shows one. */
  readonly note?: number;
  /**
   * The note under a block that the line belongs to, and the notes that it cites belong to it as well. A blank line belongs to
   * the note below it. A page that has this note beside its text omits the line.
   */
  readonly under?: number;
  /** The note that is beside the text of the line, if one is. */
  readonly beside?: number;
  /** The row of rows that stay together: a display formula, a row of a table. */
  readonly part?: Together;
  /** Whether it fills a page or repeats a table header. Such a line is not part of the text. */
  readonly isAdded?: true;
}

/** One of several rows that stay together on a screen or a page. */
export interface Together {
  /** From 0. */
  readonly row: number;
  readonly rows: number;
  /** The rows of the header that is repeated above them on another screen. */
  readonly under: number;
  /** The largest part of a screen that all of them may take and stay together. */
  readonly most: number;
  /** The number of first rows that stay together even if all take more. */
  readonly first: number;
  /** The number of first rows that are repeated above the others on another screen. */
  readonly lead?: number;
}

/** The text of a row without its styles. */
export function lineText(line: Row): string {
  return line.spans.map((span) => span.text).join("");
}

export function span(text: string, ...roles: Role[]): Span {
  return { text, roles };
}
