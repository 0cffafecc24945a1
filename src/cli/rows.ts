/**
 * Rows of cells into aligned lines, for lists on a terminal and on a pipe.
 */
import { type Line, type Role, type Span, span } from "../layout/line.ts";
import { label } from "../text/visible.ts";
import { fit, truncate, width } from "../text/width.ts";

export interface Column {
  readonly role?: Role;
  readonly align?: "right";
  /** Whether it gives way where the line would be too wide; the widest such column gives first. */
  readonly shrinks?: true;
}

const GAP = 2;
const LEAST = 8;

/** Lines of at most `columns` (Infinity on a pipe): cells aligned, cut where they must be. */
export function alignRows(
  layout: readonly Column[],
  rows: readonly (readonly string[])[],
  columns: number,
): Line[] {
  const cells = rows.map((row) => row.map(label));
  const widths = layout.map((_, index) => Math.max(0, ...cells.map((row) => width(row[index] ?? ""))));
  shrink(layout, widths, columns);
  const last = layout.length - 1;
  return cells.map((row) => {
    const spans: Span[] = [];
    layout.forEach((column, index) => {
      const text = row[index] ?? "";
      const shown =
        index === last && !column.align
          ? truncate(text, widths[index]!)
          : fit(text, widths[index]!, column.align);
      spans.push({ text: shown, roles: column.role ? [column.role] : [] });
      if (index < last) spans.push(span(" ".repeat(GAP)));
    });
    return { spans, block: 0 };
  });
}

function shrink(layout: readonly Column[], widths: number[], columns: number): void {
  const total = (): number => widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1);
  const giving = layout.flatMap((column, index) => (column.shrinks ? [index] : []));
  while (total() > columns) {
    const widest = giving.reduce(
      (best, index) => (widths[index]! > widths[best]! ? index : best),
      giving[0] ?? -1,
    );
    if (widest < 0 || widths[widest]! <= LEAST) return;
    widths[widest]! -= 1;
  }
}

/** Rows as tab-separated values: tabs and line feeds in a cell become blanks. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(label).join("\t")}\n`).join("");
}
