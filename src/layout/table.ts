/**
 * Lays out tables. Columns share the width by their content, cells wrap, and a rule is under the header.
 *
 *     Name          Used for
 *     ───────────   ─────────────────────
 *     inline        the default, under the
 *                   paragraph
 *
 * A table that does not fit, or only with long cells in narrow columns, becomes one record for each row: see `table-records.ts`.
 */
import { append } from "../text/append.ts";
import type { Alignment, Table, TableCell } from "../document/document.ts";
import { plainText } from "../document/spelling.ts";
import { type Context, type Laid, line } from "./context.ts";
import { spansWidth } from "./cut.ts";
import { alignRight, hasLetters, isRightToLeftText } from "./direction.ts";
import { type Line, type Span, span } from "./line.ts";
import { tableRow, together } from "./together.ts";
import { columnsTaken, heightOf, type Wrapped, wrappedRow } from "./table-cells.ts";
import { type ColumnSize, columnSizes, fitColumns, sharedAgain, withinMeasure } from "./table-columns.ts";
import { recordLines } from "./table-records.ts";

const GAP = 2;

export function tableLines(written: Table, outer: Context): Laid {
  const cited: number[] = [];
  const isMirrored = outer.width !== Infinity && isRightToLeftTable(written, outer);
  const context = { ...outer, mirrored: isMirrored };
  const table = isMirrored ? mirrored(written) : written;
  const available = context.width - GAP * (table.header.length - 1);
  const sizes = withinMeasure(columnSizes(table, context), available, context.measure);
  const given = fitColumns(sizes, available);
  if (!given || isCramped(sizes, given)) return recordLines(written, context, isMirrored);
  const lines = grid(table, { sizes, given }, context, cited);
  if (!isMirrored) return { lines, cited };
  const atRight = lines.map((own) => ({ ...own, spans: alignRight(own.spans, context.width) }));
  return { lines: atRight, cited: cited.toSorted((a, b) => a - b) };
}

/** A column is cramped if it is narrower than this, in columns, and a cell in it has more lines than this. */
const CRAMPED = { columns: 20, lines: 6 };

/** Whether a cell is a tall stack of few words a line. A record gives it nearly the whole width. */
function isCramped(sizes: readonly ColumnSize[], given: readonly number[]): boolean {
  return (
    sizes.length > 1 &&
    sizes.some(
      ({ most }, column) => given[column]! < CRAMPED.columns && most > CRAMPED.lines * given[column]!,
    )
  );
}

/** Whether the first cell with a letter is right-to-left. The first column then is at the right. */
function isRightToLeftTable({ header, rows }: Table, { mirrored: otherwise }: Context): boolean {
  const first = [header, ...rows].flat().find((cell) => hasLetters(plainText(cell)));
  return first ? isRightToLeftText(first, otherwise) : otherwise;
}

function mirrored(table: Table): Table {
  const turned = (row: readonly TableCell[]): TableCell[] =>
    table.header.map((_, column) => row[column] ?? []).reverse();
  const align = table.header.map((_, column) => table.align[column]).reverse();
  return { ...table, header: turned(table.header), align, rows: table.rows.map(turned) };
}

interface Columns {
  readonly sizes: readonly ColumnSize[];
  readonly given: readonly number[];
}

function grid(table: Table, { sizes, given }: Columns, context: Context, cited: number[]): Line[] {
  const headed = table.header.some((cell) => cell.length > 0);
  const align = table.align.map((own, column) => own ?? (isNumeric(table, column) ? "right" : undefined));
  const header = headed ? [table.header] : [];
  const wrapped = (columns: readonly number[]): Wrapped[] => [
    ...header.map((row) => wrappedRow(row, columns, withRole(context, "tableHeader"))),
    ...table.rows.map((row) => wrappedRow(row, columns, context)),
  ];
  const first = wrapped(given);
  const taken = columnsTaken(first, given);
  const again = sharedAgain(sizes, given, taken);
  const all = again === taken ? first : wrapped(again);
  const widths = again === taken ? taken : columnsTaken(all, again);
  for (const row of all) for (const cell of row) append(cited, cell.cited);
  const rows = all.slice(header.length);
  const lines: Line[] = [];
  const head = all.slice(0, header.length).flatMap((row) => rowLines(row, align, widths, context));
  if (headed) head.push(line(context, gapped(widths.map((columns) => [span("─".repeat(columns), "rule")]))));
  if (rows.length === 0) append(lines, together(head));
  rows.forEach((row, index) => {
    // Blank lines separate a row of several lines from its neighbours.
    if (index > 0 && (heightOf(row) > 1 || heightOf(rows[index - 1]!) > 1)) lines.push(line(context, []));
    const own = rowLines(row, align, widths, context);
    append(lines, tableRow(index === 0 ? [...head, ...own] : own, head.length, index === 0));
  });
  return lines;
}

/**
 * A number with its sign, unit and mark, perhaps with another number in brackets. A unit is of money, a per cent sign, a short word after a blank
 * (`15.4 TB`), or one of those that are written without a blank (`30k`, `5ms`, `8GB`); `1x` and `2nd` may be names.
 */
const UNIT = String.raw`\s?[%‰$€£¥]|\s[\p{L}µ°]{1,4}(?:/\p{L}{1,4})?|\s?°[CF]?|[kKMGT]i?[Bb]?|[mµn]?s|min|[kcm]m|[kM]?W|[MG]?Hz|px`;
const AMOUNT = String.raw`[-+−~≈<>±]?\s?[$€£¥]?\s?\d[\d.,'’\u00a0]*(?: \d{3})*(?:${UNIT})?`;
const NUMBER = new RegExp(String.raw`^${AMOUNT}[*†‡]{0,3}(?:\s?[([]${AMOUNT}[)\]])?[*†‡]{0,3}$`, "u");

/** Whether every cell of a column that is not empty is a number, and one is. */
function isNumeric({ rows }: Table, column: number): boolean {
  const cells = rows
    .map((row) => plainText(row[column] ?? []).trim())
    .filter((cell) => !/^[-–—]?$/.test(cell));
  return cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
}

function rowLines(
  row: Wrapped,
  align: readonly Alignment[],
  widths: readonly number[],
  context: Context,
): Line[] {
  return Array.from({ length: heightOf(row) }, (_, nth) => {
    const parts = row.map(({ lines, isRightToLeft: isMirrored }, index) =>
      aligned(lines[nth] ?? [], widths[index]!, align[index] ?? (isMirrored ? "right" : "left")),
    );
    return line(context, trimEnd(gapped(parts)));
  });
}

function aligned(spans: readonly Span[], columns: number, align: Alignment): Span[] {
  const free = Math.max(0, columns - spansWidth(spans));
  const before = align === "right" ? free : align === "center" ? Math.floor(free / 2) : 0;
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

function withRole(context: Context, role: "tableHeader"): Context {
  return { ...context, roles: [...context.roles, role] };
}
