/**
 * Lays out text whose notes its pages place: each note is beside the text of the page that has its mark, or under its block.
 * Only the pages decide which, so the text has each note under its block, and `Line.under` names the lines that a page omits.
 */
import type { Document } from "../document/document.ts";
import { append } from "../text/append.ts";
import { blankAbove } from "./blocks.ts";
import type { Context } from "./context.ts";
import type { Line } from "./line.ts";
import { isWiderThan } from "./margin.ts";
import type { MarginColumns } from "./measure.ts";

/** The lines of a document in the width of the text. A table without notes that is wider has the width of text and notes. */
export function apartLines(document: Document, context: Context, columns: MarginColumns): Line[] {
  const lines: Line[] = [];
  const [first, end] = context.shown;
  document.blocks.slice(first, end).forEach((block, nth) => {
    const inText: Context = { ...context, width: columns.text, notes: "inline", block: first + nth };
    const isWide = block.type === "table" && isWiderThan(columns.text, block, inText);
    const own = context.layoutBlocks(
      [block],
      isWide ? { ...inText, width: context.width, measure: columns.text } : inText,
    ).lines;
    if (own.length > 0) append(lines, blankAbove(lines, block, { spans: [], block: first + nth }));
    append(lines, own);
  });
  return lines;
}
