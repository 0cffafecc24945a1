/**
 * What layout makes: lines of spans. The screen and the pipe both print these.
 */
import type { BreakRank } from "./math/inline.ts";

/** What a piece of text is. Themes give each role its look. */
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
  /** Of a piece of a formula: whether a line may end behind it, and why there; in it none may. */
  readonly breaks?: BreakRank;
  /** Whether it is a hyphen that a line ends with and the text has not: the word goes on in the next line. */
  readonly hyphen?: true;
  /** The TeX of a formula that is wider than the page, and broken or cut: in a box it is shown whole. */
  readonly whole?: string;
  /** The number of the note that this mark cites. */
  readonly cites?: number;
  /** The number of the note that this number leads. */
  readonly leads?: number;
  /** The mark of the reader's own that covers it, by its id; the innermost, where several do. */
  readonly mine?: string;
  /** The text that this is a part of, before it was broken into lines; absent for what layout itself adds. */
  readonly flow?: Flow;
  /** Where in the flow's text it begins, in UTF-16 code units. */
  readonly at?: number;
}

/** What a flow's text is a part of. */
export type FlowKind = "title" | "heading" | "note" | "text";

/** A text that is broken into lines as a whole: a paragraph, a heading, a cell, a line of code. */
export interface Flow {
  readonly kind: FlowKind;
  /** Index of the document's top-level block; -1 above the first. */
  readonly block: number;
  readonly note?: number;
  /** The text, marks of notes included. */
  readonly text: string;
  /** Where in it marks of notes stand: start and end, in UTF-16 code units. */
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** Spans side by side: what a screen shows in one of its rows. */
export interface Row {
  readonly spans: readonly Span[];
}

/** A row that came from a document. */
export interface Line extends Row {
  /** Index of the document's top-level block that the line belongs to; -1 above the first. */
  readonly block: number;
  /** The note that the line shows, if it shows one. */
  readonly note?: number;
  /** Whether it fills a page, or repeats a header there: it is no part of the text. */
  readonly isAdded?: true;
}

/** The text of a row without its looks. */
export function lineText(line: Row): string {
  return line.spans.map((span) => span.text).join("");
}

export function span(text: string, ...roles: Role[]): Span {
  return { text, roles };
}
