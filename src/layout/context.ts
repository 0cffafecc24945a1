/**
 * What every part of layout is told: how wide, in which roles, and of which document.
 */
import { width } from "../text/width.ts";
import type { Block, Document } from "../document/document.ts";
import type { Highlighter } from "./highlight.ts";
import type { Hyphenator } from "./hyphens.ts";
import type { TexParser } from "./math/parser.ts";
import type { NotesPlace } from "./measure.ts";
import type { Line, Role, Span } from "./line.ts";
import type { Marks } from "./runs.ts";
import type { Wrap } from "./wrap.ts";

export interface Context {
  readonly document: Document;
  /** Columns that are left for the content. */
  readonly width: number;
  readonly notes: Exclude<NotesPlace, "margin">;
  readonly marks: Marks;
  readonly wrap: Wrap;
  readonly highlighter: Highlighter | undefined;
  readonly tex: TexParser | undefined;
  /** What parts words where a text has so many columns; undefined where none are parted. */
  readonly hyphenator: (columns: number) => Hyphenator | undefined;
  /** Lays out the blocks of what is nested: a note, a quotation. Handed down, so that no module imports in a circle. */
  readonly layoutBlocks: LayoutBlocks;
  /** Roles of what is around the content. */
  readonly roles: readonly Role[];
  /** The rank of a heading by its depth: 1 is the title's. */
  readonly rankOf: (depth: number) => number;
  /** Index of the top-level block. */
  readonly block: number;
  readonly note?: number;
  /** Whether notes wait for what is around the content: those of a quotation stand under it. */
  readonly notesWait: boolean;
  /** How many notes are around the content. */
  readonly noteDepth: number;
  /** How many lists are around the content. */
  readonly listDepth: number;
}

/** Lines, and the notes first cited in them that have not been shown yet. */
export interface Laid {
  readonly lines: readonly Line[];
  readonly cited: readonly number[];
}

/** Blocks one under the other; `tight` leaves out the blank lines between them. */
export type LayoutBlocks = (blocks: readonly Block[], context: Context, tight?: boolean) => Laid;

/** Text narrower than this is no text any more: rather than indent further, indentation is given up. */
const LEAST_COLUMNS = 8;

/** What is put before the lines of a block: `first` before the first one, `rest` before the others. */
export interface Prefix {
  readonly first: readonly Span[];
  readonly rest: readonly Span[];
  /** Whether it stands at the right, where right-to-left text begins. */
  readonly mirrored?: boolean;
}

export function line(context: Context, spans: readonly Span[]): Line {
  return { spans, block: context.block, ...(context.note !== undefined && { note: context.note }) };
}

/** Lays content out to the right of a prefix, or without the prefix where the width does not hold both. */
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

/** What stands before text, put behind it: blanks up to the edge, then each sign with its blank before it. */
function mirror(prefix: readonly Span[], text: readonly Span[], columns: number): Span[] {
  const free = Math.max(0, columns - prefixWidth(text));
  const signs = prefix
    .toReversed()
    .map((one) => ({ ...one, text: one.text.endsWith(" ") ? ` ${one.text.slice(0, -1)}` : one.text }));
  return [{ text: " ".repeat(free), roles: [] }, ...signs];
}

function prefixWidth(spans: readonly Span[]): number {
  return width(spans.map((one) => one.text).join(""));
}
