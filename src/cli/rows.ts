/**
 * Rows of cells into aligned lines, for lists on a terminal and on a pipe.
 */
import { type Line, type Role, type Span, span } from "../layout/line.ts";
import { label } from "../text/visible.ts";
import { fit, truncate, widest, width } from "../text/width.ts";

export interface Column {
  readonly role?: Role;
  readonly align?: "right";
  /** Whether it gives way where the line would be too wide: columns of rank 1 first, down to `LEAST`, then 2, then 3. */
  readonly shrinks?: 1 | 2 | 3;
}

const GAP = 2;
const LEAST = 8;
/** A single cell longer than this does not push the others of its column aside. */
const WIDEST = 100;

/** Lines of at most `columns` (Infinity on a pipe): cells aligned, cut where they must be. */
export function alignRows(
  layout: readonly Column[],
  rows: readonly (readonly string[])[],
  columns: number,
): Line[] {
  const cells = rows.map((row) => row.map(label));
  const widths = layout.map((_, index) => Math.min(WIDEST, widest(cells.map((row) => row[index] ?? ""))));
  shrink(layout, widths, columns);
  const last = layout.length - 1;
  return cells.map((row) => {
    const spans: Span[] = [];
    layout.forEach((column, index) => {
      const text = row[index] ?? "";
      const over = columns === Infinity && width(text) > widths[index]!;
      const shown = over
        ? text
        : index === last && !column.align
          ? truncate(text, widths[index]!)
          : fit(text, widths[index]!, column.align);
      spans.push({ text: shown, roles: column.role ? [column.role] : [] });
      if (index < last) spans.push(span(" ".repeat(GAP)));
    });
    return { spans, block: 0 };
  });
}

function shrink(layout: readonly Column[], widths: number[], columns: number): void {
  for (const rank of [1, 2, 3]) {
    layout.forEach((column, index) => {
      const total = widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1);
      if (column.shrinks !== rank || total <= columns) return;
      widths[index] = Math.max(Math.min(LEAST, widths[index]!), widths[index]! - (total - columns));
    });
  }
}

/** Rows as tab-separated values: tabs and line feeds in a cell become blanks. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(label).join("\t")}\n`).join("");
}
