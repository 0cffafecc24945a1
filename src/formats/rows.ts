/**
 * Lays out rows of cells as aligned lines, for lists on a terminal and on a pipe.
 */
import { cutLine } from "../layout/cut.ts";
import { type Role, type Row, type Span, span } from "../layout/line.ts";
import { label } from "../text/visible.ts";
import { fit, truncate, widest, width } from "../text/width.ts";

export interface Column {
  readonly role?: Role;
  readonly align?: "right";
}

/**
 * A column that shrinks if lines would be too wide, and the width to which it shrinks. A column that shrinks to 0 is dropped.
 * Columns shrink in the order of the list.
 */
export interface Yield {
  readonly column: number;
  readonly to: number;
}

const GAP = 2;
/** The widest column, in cells. A longer cell does not widen its column further. */
const WIDEST = 100;

/** Lines of at most `columns` (Infinity on a pipe), with cells aligned, and cut if necessary. */
export function alignRows(
  layout: readonly Column[],
  rows: readonly (readonly string[])[],
  columns: number,
  yields: readonly Yield[] = [],
): Row[] {
  const cells = rows.map((row) => row.map(label));
  const widths = layout.map((_, index) => Math.min(WIDEST, widest(cells.map((row) => row[index] ?? ""))));
  giveWay(widths, columns, yields);
  const shown = layout.flatMap((column, index) => (widths[index]! > 0 ? [{ column, index }] : []));
  return cells.map((row) => {
    const spans = shown.flatMap(({ column, index }, nth): Span[] => {
      const isLast = nth === shown.length - 1;
      const text = cellText(row[index] ?? "", widths[index]!, column, isLast, columns);
      const own: Span = { text, roles: column.role ? [column.role] : [] };
      return isLast ? [own] : [own, span(" ".repeat(GAP))];
    });
    return cutLine({ spans }, columns);
  });
}

function cellText(text: string, room: number, column: Column, isLast: boolean, columns: number): string {
  if (columns === Infinity && width(text) > room) return text;
  return isLast && !column.align ? truncate(text, room) : fit(text, room, column.align);
}

function giveWay(widths: number[], columns: number, yields: readonly Yield[]): void {
  for (const { column, to } of yields) {
    const shown = widths.filter((one) => one > 0);
    const over = shown.reduce((sum, one) => sum + one, 0) + GAP * (shown.length - 1) - columns;
    if (over <= 0) return;
    widths[column] = to === 0 ? 0 : Math.max(Math.min(to, widths[column]!), widths[column]! - over);
  }
}

/** Rows as tab-separated values. Tabs and line feeds in a cell become blanks. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(label).join("\t")}\n`).join("");
}
