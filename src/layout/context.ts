/**
 * What every part of layout is told: how wide, in which roles, and of which document.
 */
import { width } from "../text/width.ts";
import type { Document } from "../document/document.ts";
import type { Highlighter } from "./highlight.ts";
import type { NotesPlace } from "./layout.ts";
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
  readonly highlighter?: Highlighter | undefined;
  /** Roles of what is around the content. */
  readonly roles: readonly Role[];
  /** Index of the top-level block. */
  readonly block: number;
  readonly note?: number;
  /** How many lists are around the content. */
  readonly listDepth: number;
}

/** Lines, and the notes first cited in them that have not been shown yet. */
export interface Laid {
  readonly lines: readonly Line[];
  readonly cited: readonly number[];
}

/** Text narrower than this is no text any more: rather than indent further, indentation is given up. */
const LEAST_COLUMNS = 8;

/** What is put before the lines of a block: `first` before the first one, `rest` before the others. */
export interface Prefix {
  readonly first: readonly Span[];
  readonly rest: readonly Span[];
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
    return isBlank ? own : { ...own, spans: [...spans, ...own.spans] };
  });
  return { lines, cited: laid.cited };
}

function prefixWidth(spans: readonly Span[]): number {
  return width(spans.map((one) => one.text).join(""));
}
