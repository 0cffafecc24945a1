/**
 * Lays out tables. Columns share the width by their content, cells wrap, and a rule stands under the header.
 *
 *     Name          Used for
 *     ───────────   ─────────────────────
 *     inline        the default, under the
 *                   paragraph
 *
 * A table that does not fit becomes one record for each row, in which each value follows the name of its column.
 */
import { append } from "./append.ts";
import { type Alignment, plainText, type Table, type TableCell } from "../document/document.ts";
import { width } from "../text/width.ts";
import { type Context, type Laid, line, withPrefix } from "./context.ts";
import { alignRight, isRightToLeft } from "./direction.ts";
import { layoutInlines } from "./inlines.ts";
import { type Line, type Span, span } from "./line.ts";
import { flatten } from "./runs.ts";

const GAP = 2;
/** The longest word that a column keeps whole, in columns. Longer words are broken. */
const LONGEST_WORD = 16;

interface ColumnSize {
  /** The width of its longest word, in columns. */
  readonly word: number;
  /** The width of its longest word, up to the longest that is kept whole. */
  readonly least: number;
  /** The width of its longest cell, in columns. */
  readonly most: number;
}

export function tableLines(written: Table, context: Context): Laid {
  const cited: number[] = [];
  const isMirrored = context.width !== Infinity && isRightToLeftTable(written);
  const table = isMirrored ? mirrored(written) : written;
  const sizes = columnSizes(table, context);
  const widths = fitColumns(sizes, context.width - GAP * (sizes.length - 1));
  const lines = widths ? grid(table, widths, context, cited) : records(written, context, cited);
  if (!isMirrored || !widths) return { lines, cited };
  const atRight = lines.map((own) => ({ ...own, spans: alignRight(own.spans, context.width) }));
  return { lines: atRight, cited: cited.toSorted((a, b) => a - b) };
}

/** Whether the first cell with text is right-to-left. The first column then stands at the right. */
function isRightToLeftTable({ header, rows }: Table): boolean {
  const first = [header, ...rows].flat().find((cell) => plainText(cell).trim() !== "");
  return first !== undefined && isRightToLeft([span(plainText(first))]);
}

function mirrored(table: Table): Table {
  const turned = (row: readonly TableCell[]): TableCell[] =>
    table.header.map((_, column) => row[column] ?? []).reverse();
  const align = table.header.map((_, column) => table.align[column]).reverse();
  return { ...table, header: turned(table.header), align, rows: table.rows.map(turned) };
}

function columnSizes(table: Table, context: Context): ColumnSize[] {
  const sizes = table.header.map(() => ({ word: 1, least: 1, most: 1 }));
  for (const row of [table.header, ...table.rows]) {
    row.forEach((cell, index) => {
      const size = sizes[index];
      if (!size) return;
      for (const runs of flatten(cellInlines(cell, context), { marks: context.marks, tex: context.tex })) {
        const text = runs
          .map((run) => run.text)
          .join("")
          .trimEnd();
        size.most = Math.max(size.most, width(text));
        for (const word of text.split(" ")) size.word = Math.max(size.word, width(word));
        size.least = Math.min(size.word, LONGEST_WORD);
      }
    });
  }
  return sizes;
}

/** The width of each column, or undefined if even the longest words do not fit. */
function fitColumns(sizes: readonly ColumnSize[], available: number): number[] | undefined {
  const sum = (pick: (size: ColumnSize) => number): number =>
    sizes.reduce((total, size) => total + pick(size), 0);
  if (sum((size) => size.most) <= available) return sizes.map((size) => size.most);
  // Long words are broken only if the table does not fit otherwise.
  const whole = sizes.map((size) => ({ ...size, least: size.word }));
  for (const needed of [whole, sizes]) {
    const spare = needed.reduce((left, size) => left - size.least, available);
    if (spare >= 0) return shareColumns(needed, spare);
  }
  return undefined;
}

/** Narrow columns get their full width. The others share the rest by their content. */
function shareColumns(sizes: readonly ColumnSize[], spare: number): number[] {
  const widths = sizes.map((size) => size.least);
  let left = spare;
  let wanting = sizes.map((_, index) => index).filter((index) => sizes[index]!.most > sizes[index]!.least);
  while (left > 0 && wanting.length > 0) {
    const weights = wanting.map((index) => Math.sqrt(sizes[index]!.most - widths[index]!));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let given = 0;
    wanting.forEach((index, nth) => {
      const share = Math.max(1, Math.floor((left * weights[nth]!) / total));
      const more = Math.min(share, sizes[index]!.most - widths[index]!, left - given);
      widths[index]! += more;
      given += more;
    });
    if (given === 0) break;
    left -= given;
    wanting = wanting.filter((index) => widths[index]! < sizes[index]!.most);
  }
  return widths;
}

function grid(table: Table, widths: readonly number[], context: Context, cited: number[]): Line[] {
  const headed = table.header.some((cell) => cell.length > 0);
  const align = table.align.map((own, column) => own ?? (isNumeric(table, column) ? "right" : undefined));
  const header = headed ? rowLines(table.header, align, widths, withRole(context, "tableHeader"), cited) : [];
  const rows = table.rows.map((row) => rowLines(row, align, widths, context, cited));
  const lines = [...header];
  if (headed) lines.push(line(context, gapped(widths.map((columns) => [span("─".repeat(columns), "rule")]))));
  rows.forEach((row, index) => {
    // Blank lines separate a row of several lines from its neighbours.
    if (index > 0 && (row.length > 1 || rows[index - 1]!.length > 1)) lines.push(line(context, []));
    for (const own of row) lines.push(own);
  });
  return lines;
}

/** A number with its sign, unit of money or per cent sign. Numbers are aligned at the right. */
const NUMBER = /^[-+−~≈<>]?\s?[$€£¥]?\s?\d[\d.,'’\u00a0 ]*\s?(?:%|[kKMG]|ms|s|[$€£¥])?$/;

/** Whether every cell of a column that is not empty is a number, and one is. */
function isNumeric({ rows }: Table, column: number): boolean {
  const cells = rows
    .map((row) => plainText(row[column] ?? []).trim())
    .filter((cell) => !/^[-–—]?$/.test(cell));
  return cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
}

function rowLines(
  row: readonly TableCell[],
  align: readonly Alignment[],
  widths: readonly number[],
  context: Context,
  cited: number[],
): Line[] {
  const cells = widths.map((columns, index) => {
    const laid = layoutInlines(cellInlines(row[index] ?? [], context), { ...context, width: columns });
    append(cited, laid.cited);
    return laid.lines.map((own) => own.spans);
  });
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, nth) => {
    const parts = cells.map((cell, index) => aligned(cell[nth] ?? [], widths[index]!, align[index]));
    return line(context, trimEnd(gapped(parts)));
  });
}

/** Where lines have no end, a row is a line: hard breaks in its cells are blanks. */
function cellInlines(cell: TableCell, context: Context): TableCell {
  if (context.width !== Infinity) return cell;
  return cell.map((inline) => (inline.type === "hardBreak" ? { type: "text", text: " " } : inline));
}

function aligned(spans: readonly Span[], columns: number, align: Alignment): Span[] {
  const free = Math.max(0, columns - spans.reduce((sum, one) => sum + width(one.text), 0));
  const effective = align ?? (isRightToLeft(spans) ? "right" : "left");
  const before = effective === "right" ? free : effective === "center" ? Math.floor(free / 2) : 0;
  const blanks = (count: number): Span[] => (count > 0 ? [span(" ".repeat(count))] : []);
  return [...blanks(before), ...spans, ...blanks(free - before)];
}

function gapped(parts: readonly (readonly Span[])[]): Span[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [span(" ".repeat(GAP)), ...part]));
}

function trimEnd(spans: readonly Span[]): Span[] {
  let end = spans.length;
  while (end > 0 && spans[end - 1]!.text.trim() === "" && spans[end - 1]!.roles.length === 0) end--;
  return spans.slice(0, end);
}

/** One record for each row. Each value follows the name of its column, and its other lines hang. */
function records(table: Table, context: Context, cited: number[]): Line[] {
  const lines: Line[] = [];
  table.header.forEach((cell) => append(cited, layoutInlines(cell, context).cited));
  table.rows.forEach((row, index) => {
    if (index > 0) lines.push(line(context, [span("─".repeat(Math.min(8, context.width)), "rule")]));
    row.forEach((cell, column) => {
      if (cell.length > 0) append(lines, field(table.header[column] ?? [], cell, context, cited));
    });
  });
  return lines;
}

function field(header: TableCell, cell: TableCell, context: Context, cited: number[]): Line[] {
  const name: TableCell =
    header.length > 0
      ? [
          { type: "strong", children: header },
          { type: "text", text: ": " },
        ]
      : [];
  const hanging = { first: [], rest: [span("  ")] };
  const laid = withPrefix(context, hanging, (inner) => layoutInlines([...name, ...cell], inner));
  append(
    cited,
    laid.cited.filter((number) => !cited.includes(number)),
  );
  return [...laid.lines];
}

function withRole(context: Context, role: "tableHeader"): Context {
  return { ...context, roles: [...context.roles, role] };
}
