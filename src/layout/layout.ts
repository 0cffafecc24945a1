/**
 * Lays a document out as lines, for a width and a place for notes. The screen and the pipe use the same layout.
 */
import { append } from "../text/append.ts";
import type { Document } from "../document/document.ts";
import { apartLines } from "./apart.ts";
import { blankAbove, layoutBlocks } from "./blocks.ts";
import type { Context } from "./context.ts";
import { isRightToLeft, isRightToLeftFlow } from "./direction.ts";
import { type Header, headerLines, type MetaForm } from "./header.ts";
import { type Hyphenator, type Hyphens, isLastResort } from "./hyphens.ts";
import type { Tools } from "./tools.ts";
import { type Line, span } from "./line.ts";
import { marginLines } from "./margin.ts";
import { marginColumns, MEASURE, type NotesPlace } from "./measure.ts";
import { noteLines } from "./notes.ts";
import type { CitationMarks } from "./runs.ts";
import type { Wrap } from "./wrap.ts";

export interface LayoutOptions {
  /** The width of the widest line in columns. Infinity gives one line for each paragraph. */
  readonly width: number;
  readonly notes: NotesPlace;
  readonly marks: CitationMarks;
  readonly wrap?: Wrap;
  /** The width of the text in columns, if notes are beside it. */
  readonly measure?: number;
  /**
   * The number of rows by which a note beside the text may be below its mark. A note that would be lower goes under its
   * block.
   */
  readonly patience?: number;
  /**
   * Whether notes that belong beside the text are left out of it, for pages that place them: each line of a note then has its
   * `under`. Long lines of code then end where the text ends.
   */
  readonly apart?: boolean;
  readonly tools?: Tools;
  /** When words are hyphenated. The default is `auto`. */
  readonly hyphens?: Hyphens;
  /** The language of the text (BCP 47), for hyphenation. The default is English. */
  readonly language?: string;
  /** Whether the date, tags and similar parts of the header take as many lines as they need, or one. The default is `whole`. */
  readonly meta?: MetaForm;
  /** The top-level blocks to lay out: the index of the first one, and that after the last one. All if it is absent. */
  readonly blocks?: readonly [first: number, end: number];
}

/** Lays a document out. No line is wider than `options.width`, from 20 columns on. */
export function layoutDocument(document: Document, options: LayoutOptions, header?: Header): Line[] {
  const beside =
    options.notes === "margin" ? marginColumns(options.width, options.measure ?? MEASURE) : undefined;
  const context = { ...contextOf(document, options), ...(header && { rankOf: ranksOf(document, header) }) };
  const isMirrored =
    header?.title === undefined ? isRightToLeftFlow(document.blocks) : isRightToLeft([span(header.title)]);
  const above = { ...context, width: beside ? beside.text : context.width };
  const lines = header ? headerLines(header, above, isMirrored, options.meta) : [];
  const body = beside
    ? (options.apart ? apartLines : marginLines)(document, context, beside, options)
    : bodyLines(document, context);
  append(lines, separated(lines, body));
  if (options.notes === "end" && document.notes.length > 0) {
    append(lines, separated(lines, endNotes(document, context)));
  }
  return lines;
}

/**
 * Lays out one note without the notes that it cites, as a part of the top-level block `block`. Returns no lines if there is no note
 * of this number.
 */
export function layoutNote(
  document: Document,
  number: number,
  options: Omit<LayoutOptions, "notes" | "measure">,
  block = -1,
): Line[] {
  const note = document.notes[number - 1];
  return note ? noteLines(note, { ...contextOf(document, { ...options, notes: "none" }), block }, 0) : [];
}

function contextOf(document: Document, options: LayoutOptions): Context {
  return {
    ...options,
    notes: options.notes === "margin" ? "inline" : options.notes,
    wrap: options.wrap ?? "even",
    highlighter: options.tools?.highlighter,
    tex: options.tools?.tex?.(document),
    hyphenation: hyphenationIn(options),
    document,
    roles: [],
    rankOf: (depth) => depth,
    shown: options.blocks ?? [0, document.blocks.length],
    block: -1,
    listDepth: 0,
    noteDepth: 0,
    notesWait: false,
    mirrored: isRightToLeftFlow(document.blocks),
    layoutBlocks,
  };
}

function hyphenationIn({ hyphens = "auto", language = "en", tools }: LayoutOptions): Context["hyphenation"] {
  const hyphenators = tools?.hyphenators;
  if (hyphens === "never" || !hyphenators) return () => undefined;
  const load = (): Hyphenator | undefined => hyphenators(language);
  return (columns) => ({ load, isLastResort: isLastResort(hyphens, columns) });
}

/**
 * The ranks of headings under a title. The highest level in the document gets the rank below the
 * title, whatever its depth. If a heading at the beginning of the document shows the title itself, no
 * other heading has its rank.
 */
function ranksOf({ blocks }: Document, { title }: Header): Context["rankOf"] {
  const headings = blocks.filter((block) => block.type === "heading");
  const [first] = blocks;
  const isTitle = title === undefined && first?.type === "heading" && first.depth === 1;
  const below = isTitle ? headings.slice(1) : headings;
  const depths = [...new Set(below.map(({ depth }) => depth))].sort((a, b) => a - b);
  const alone = isTitle && !depths.includes(1) ? 1 : undefined;
  return (depth) => (depth === alone ? 1 : 2 + Math.max(0, depths.indexOf(depth)));
}

function bodyLines(document: Document, context: Context): Line[] {
  const lines: Line[] = [];
  const [first, end] = context.shown;
  document.blocks.slice(first, end).forEach((block, nth) => {
    const { lines: own } = layoutBlocks([block], { ...context, block: first + nth });
    if (own.length > 0) append(lines, blankAbove(lines, block, { spans: [], block: own[0]!.block }));
    append(lines, own);
  });
  return lines;
}

/** `next`, after a blank line if there are lines above. */
function separated(above: readonly Line[], next: readonly Line[]): readonly Line[] {
  if (above.length === 0 || next.length === 0) return next;
  return [{ spans: [], block: next[0]!.block }, ...next];
}

function endNotes(document: Document, context: Context): Line[] {
  const block = document.blocks.length;
  const ruleWidth = Math.min(12, context.width);
  const lines: Line[] = [{ spans: [span("─".repeat(ruleWidth), "rule")], block }];
  for (const note of document.notes) {
    append(lines, separated(lines, noteLines(note, { ...context, block }, 0)));
  }
  return lines;
}
