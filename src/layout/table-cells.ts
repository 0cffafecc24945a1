/**
 * Wraps the cells of a table, and finds the columns that their text takes.
 */
import type { TableCell } from "../document/document.ts";
import { plainText } from "../document/spelling.ts";
import type { Context } from "./context.ts";
import { spansWidth } from "./cut.ts";
import { isRightToLeft } from "./direction.ts";
import { layoutInlines } from "./inlines.ts";
import { type Span, span } from "./line.ts";
import { cellInlines } from "./table-columns.ts";
import { largest } from "../text/extremes.ts";

/** A cell as lines without blanks before them, and the notes that it cites. */
export interface WrappedCell {
  readonly lines: readonly (readonly Span[])[];
  readonly cited: readonly number[];
  readonly isRightToLeft: boolean;
}

/** The cells of a row. */
export type Wrapped = readonly WrappedCell[];

/** Wraps the cells of a row, each in the columns given to it. */
export function wrappedRow(
  row: readonly TableCell[],
  given: readonly number[],
  context: Context,
): WrappedCell[] {
  return given.map((columns, index) => {
    const cell = cellInlines(row[index] ?? [], context);
    const isMirrored = isRightToLeft([span(plainText(cell))]);
    const laid = layoutInlines(cell, { ...context, width: columns }, isMirrored);
    const lines = laid.lines.map(({ spans }) => (isMirrored ? withoutIndent(spans) : spans));
    return { lines, cited: laid.cited, isRightToLeft: isMirrored };
  });
}

/** Drops the blanks that put right-to-left text at the right. */
function withoutIndent(spans: readonly Span[]): readonly Span[] {
  const [first] = spans;
  const isIndent = first !== undefined && first.flow === undefined && first.text.trim() === "";
  return isIndent ? spans.slice(1) : spans;
}

/** The height of a row of a table, in lines. */
export function heightOf(row: Wrapped): number {
  return largest(row.map(({ lines }) => lines.length));
}

/** The columns that wrapped text takes of those given to it. Lines of even length are often shorter. */
export function columnsTaken(rows: readonly Wrapped[], given: readonly number[]): number[] {
  const taken = given.map(() => 1);
  for (const row of rows) {
    row.forEach(({ lines }, index) => {
      for (const spans of lines) taken[index] = Math.max(taken[index]!, spansWidth(spans));
    });
  }
  return taken;
}
