/**
 * Tables that do not fit the width, as one record for each row: the first cell heads the others, which stand behind the names of
 * their columns.
 *
 *     Metric: Revenue              Task: Run tests in the cloud
 *       2020:   $63,477              A name of more than half
 *       2021:   $478,638               the width: 127 s
 *       Change: 654 %                Another name: 84 s
 *
 * Where the names are too long to stand beside the values, each value follows its name, and its other lines hang.
 */
import { append } from "../text/append.ts";
import type { Table, TableCell } from "../document/document.ts";
import { width } from "../text/width.ts";
import { type Context, type Laid, line, type Prefix, withPrefix } from "./context.ts";
import { spansWidth } from "./cut.ts";
import { layoutInlines } from "./inlines.ts";
import { type Line, type Span, span } from "./line.ts";
import { tableRecord } from "./together.ts";
import { flatten } from "./runs.ts";
import { largest } from "../text/extremes.ts";

const INDENT = 2;
const GAP = 1;
const AFTER_NAME = ":";
/** The longest word of a value that is kept whole, and the least columns for values. */
const LONGEST_WORD = 16;
const LEAST = 8;

interface Records {
  readonly table: Table;
  readonly context: Context;
  /** The names of the columns, each on one line. */
  readonly names: readonly (readonly Span[])[];
  /** The columns of the names beside their values; undefined if they have no room. */
  readonly beside: number | undefined;
  readonly cited: Set<number>;
}

/** Lays out a table as records. `isMirrored`: whether it is right-to-left, so that names can't be at the left of their values. */
export function recordLines(table: Table, context: Context, isMirrored: boolean): Laid {
  const heading = { ...context, roles: [...context.roles, "tableHeader" as const], width: Infinity };
  const laid = table.header.map((cell) => layoutInlines(cell, heading));
  const names = laid.map(({ lines }) => lines[0]?.spans ?? []);
  const cited = new Set(laid.flatMap((own) => own.cited));
  const all = {
    table,
    context,
    names,
    beside: isMirrored ? undefined : besideIn(table, names, context),
    cited,
  };
  const lines: Line[] = [];
  table.rows.forEach((row, nth) => {
    const own = record(row, nth === 0, all);
    if (own.lines.length === 0) return;
    if (lines.length > 0) lines.push(line(context, []));
    append(lines, tableRecord(own.lines, own.lead));
  });
  return { lines, cited: [...cited] };
}

/** The columns of the longest name behind which a value has room. */
function besideIn(table: Table, names: Records["names"], context: Context): number | undefined {
  const longest = largest(
    names.slice(1).map((name) => spansWidth(name) + AFTER_NAME.length),
    AFTER_NAME.length,
  );
  const left = context.width - INDENT - longest - GAP;
  const least = largest(
    table.rows.flatMap((row) => row.slice(1).map((cell) => wordOf(cell, context))),
    LEAST,
  );
  return longest > AFTER_NAME.length && longest <= context.width / 2 && left >= least ? longest : undefined;
}

function wordOf(cell: TableCell, context: Context): number {
  const words = flatten(cell, { marks: context.marks, tex: context.tex }).flatMap((runs) =>
    runs
      .map(({ text }) => text)
      .join("")
      .split(" "),
  );
  return Math.min(
    LONGEST_WORD,
    largest(
      words.map((word) => width(word)),
      0,
    ),
  );
}

/**
 * The lines of a row, and how many of them its first cell takes. Only the first record has the names as text of the essay, so that a
 * search finds each of them once.
 */
function record(
  row: readonly TableCell[],
  isFirst: boolean,
  all: Records,
): { readonly lines: readonly Line[]; readonly lead: number } {
  const fields = row.map((cell, column) => {
    if (cell.length === 0) return [];
    return column === 0 ? head(cell, all) : field(cell, column, isFirst, all);
  });
  return { lines: fields.flat(), lead: fields[0]?.length ?? 0 };
}

function head(cell: TableCell, all: Records): Line[] {
  const [name = []] = all.table.header;
  return hanging([...named(name), { type: "strong", children: cell }], all);
}

/** A name before its value; nothing if there is no name. */
function named(name: TableCell): TableCell {
  return name.length === 0 ? [] : [...name, { type: "text", text: ": " }];
}

function field(cell: TableCell, column: number, isFirst: boolean, all: Records): Line[] {
  const { table, context, names, beside, cited } = all;
  const name = table.header[column] ?? [];
  if (beside === undefined || name.length === 0) return hanging([...named(name), ...cell], all, INDENT);
  const own = names[column] ?? [];
  const text = isFirst ? own : own.map(({ text, roles }): Span => ({ text, roles }));
  const shown = [...text, span(AFTER_NAME, ...context.roles)];
  const prefix: Prefix = {
    first: [blanks(INDENT), ...shown, blanks(beside - spansWidth(shown) + GAP)],
    rest: [blanks(INDENT + beside + GAP)],
  };
  return taken(
    withPrefix(context, prefix, (inner) => layoutInlines(cell, inner)),
    cited,
  );
}

/** A cell whose first line is indented by `indent` columns, and the others by more. */
function hanging(cell: TableCell, { context, cited }: Records, indent = 0): Line[] {
  const prefix = { first: indent === 0 ? [] : [blanks(indent)], rest: [blanks(indent + INDENT)] };
  return taken(
    withPrefix(context, prefix, (inner) => layoutInlines(cell, inner)),
    cited,
  );
}

function blanks(columns: number): Span {
  return span(" ".repeat(columns));
}

/** The lines; the notes that they cite are added to `cited`. */
function taken(laid: Laid, cited: Set<number>): Line[] {
  for (const number of laid.cited) cited.add(number);
  return [...laid.lines];
}
