/**
 * The input of every part of layout: the width, the roles and the document.
 */
import { width } from "../text/width.ts";
import type { Block, Document } from "../document/document.ts";
import type { Highlighter } from "./highlight.ts";
import type { Hyphenation } from "./hyphens.ts";
import type { TexParser } from "./math/parser.ts";
import type { NotesPlace } from "./measure.ts";
import type { Line, Role, Span } from "./line.ts";
import type { CitationMarks } from "./runs.ts";
import type { Wrap } from "./wrap.ts";

export interface Context {
  readonly document: Document;
  /** The number of columns for the content. */
  readonly width: number;
  /** The longest line of text in a table that is wider than the measure, in columns. */
  readonly measure?: number;
  readonly notes: Exclude<NotesPlace, "margin">;
  readonly marks: CitationMarks;
  readonly wrap: Wrap;
  readonly highlighter: Highlighter | undefined;
  readonly tex: TexParser | undefined;
  /** Returns how the words of a text of a given width are hyphenated, or undefined if they are not. */
  readonly hyphenation: (columns: number) => Hyphenation | undefined;
  /** Lays out nested blocks, such as those of a note. It is passed down to avoid circular imports. */
  readonly layoutBlocks: LayoutBlocks;
  /** The roles of the elements around the content. */
  readonly roles: readonly Role[];
  /** The rank of a heading by its depth: 1 is the title's. */
  readonly rankOf: (depth: number) => number;
  /** The top-level blocks to lay out: the index of the first one, and that after the last one. */
  readonly shown: readonly [first: number, end: number];
  /** Index of the top-level block. */
  readonly block: number;
  readonly note?: number;
  /** The notes that are under their block, if the others are in the margin. */
  readonly under?: ReadonlySet<number>;
  /** Whether notes are under the enclosing block. The notes of a quotation are under the quotation. */
  readonly notesWait: boolean;
  /** Whether text without a letter of its own, such as a number or a picture without words, runs from right to left. */
  readonly mirrored: boolean;
  /** The number of notes around the content. */
  readonly noteDepth: number;
  /** The number of lists around the content. */
  readonly listDepth: number;
}

/** Lines, and the numbers of the notes that they cite first and that are still to be shown. */
export interface Laid {
  readonly lines: readonly Line[];
  readonly cited: readonly number[];
}

/** Lays out blocks one under the other. `tight` omits the blank lines between them. */
export type LayoutBlocks = (blocks: readonly Block[], context: Context, tight?: boolean) => Laid;

/** The narrowest text, in columns. Indentation is dropped rather than make text narrower. */
const LEAST_COLUMNS = 8;

/** The spans before the lines of a block: `first` before the first line, `rest` before the others. */
export interface Prefix {
  readonly first: readonly Span[];
  readonly rest: readonly Span[];
  /** Whether the prefix is at the right, where right-to-left text begins. */
  readonly mirrored?: boolean;
}

export function line(context: Context, spans: readonly Span[]): Line {
  return { spans, block: context.block, ...(context.note !== undefined && { note: context.note }) };
}

/** Lays content out beside a prefix. If the width has no room for both, the prefix is dropped. */
export function withPrefix(context: Context, prefix: Prefix, content: (inner: Context) => Laid): Laid {
  const columns = Math.max(prefixWidth(prefix.first), prefixWidth(prefix.rest));
  const inner = context.width - columns;
  if (inner < Math.min(LEAST_COLUMNS, context.width)) return content(context);
  const laid = content({ ...context, width: inner });
  const lines = laid.lines.map((own, index) => {
    const spans = index === 0 ? prefix.first : prefix.rest;
    const isBlank = own.spans.length === 0 && spans.every((one) => one.text.trim() === "");
    if (isBlank) return own;
    const mirrored = prefix.mirrored === true && inner !== Infinity;
    return {
      ...own,
      spans: mirrored ? [...own.spans, ...mirror(spans, own.spans, inner)] : [...spans, ...own.spans],
    };
  });
  return { lines, cited: laid.cited };
}

/** A prefix turned into a suffix: blanks to the edge, then each sign after its blank. */
function mirror(prefix: readonly Span[], text: readonly Span[], columns: number): Span[] {
  const free = Math.max(0, columns - prefixWidth(text));
  const signs = prefix.toReversed().map((one) => ({ ...one, text: turnedRound(one.text) }));
  return [{ text: " ".repeat(free), roles: [] }, ...signs];
}

/** A sign with its blank before it; the dot of a number is left of the number. */
function turnedRound(sign: string): string {
  const [, blanks, number] = /^( *)(\d+)\. $/.exec(sign) ?? [];
  if (number !== undefined) return ` .${number}${blanks}`;
  return sign.endsWith(" ") ? ` ${sign.slice(0, -1)}` : sign;
}

function prefixWidth(spans: readonly Span[]): number {
  return width(spans.map((one) => one.text).join(""));
}
