/**
 * What layout makes: lines of spans. The screen and the pipe both print these.
 */

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
  | "codeKeyword"
  | "codeString"
  | "codeNumber"
  | "codeComment"
  | "codeName"
  | "link"
  | "image"
  | "imageName"
  | "citation"
  | "note"
  | "noteNumber"
  | "quote"
  | "quoteBar"
  | "bullet"
  | "tableHeader"
  | "rule"
  | "match"
  | "matchHere"
  | "selected"
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
  /** The number of the note that this mark cites. */
  readonly cites?: number;
  /** The number of the note that this number leads. */
  readonly leads?: number;
  /** The number of the match that this is, or is a part of. */
  readonly match?: number;
}

export interface Line {
  readonly spans: readonly Span[];
  /** Index of the document's top-level block that the line belongs to; -1 above the first. */
  readonly block: number;
  /** The note that the line shows, if it shows one. */
  readonly note?: number;
}

/** The text of a line without its looks. */
export function lineText(line: Line): string {
  return line.spans.map((span) => span.text).join("");
}

export function span(text: string, ...roles: Role[]): Span {
  return { text, roles };
}
