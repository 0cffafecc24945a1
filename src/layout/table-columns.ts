/**
 * Shares the width of a table among its columns.
 *
 *         a whole column │ its longest word │ its share of the rest, by the rest of its text
 *
 * Each column is as wide as its longest cell if all of them fit. Otherwise each gets the width of its longest
 * word, and the columns share the rest. The cells of the rows come first: a header is wrapped once, a column of text in each row.
 */
import type { Table, TableCell } from "../document/document.ts";
import { width } from "../text/width.ts";
import type { Context } from "./context.ts";
import { flatten } from "./runs.ts";

/** The longest word that a column keeps whole, in columns. Longer words are broken. */
const LONGEST_WORD = 16;

export interface ColumnSize {
  /** The width of its longest word, in columns. */
  readonly word: number;
  /** The width of its longest word, up to the longest that is kept whole. */
  readonly least: number;
  /** The width at which its rows need no wrapping, and its header takes few lines, in columns; at least that of its longest word. */
  readonly rows: number;
  /** The width of its longest cell, in columns. */
  readonly most: number;
}

/** The most lines of a header that gives its width to the rows. */
const LINES_OF_HEADER = 3;

/** The sizes of the columns of a table, header included. */
export function columnSizes(table: Table, context: Context): ColumnSize[] {
  const sizes = table.header.map(() => ({ word: 1, least: 1, rows: 1, most: 1 }));
  [table.header, ...table.rows].forEach((row, nth) => {
    row.forEach((cell, index) => {
      const size = sizes[index];
      if (!size) return;
      for (const runs of flatten(cellInlines(cell, context), { marks: context.marks, tex: context.tex })) {
        const text = runs
          .map((run) => run.text)
          .join("")
          .trimEnd();
        const own = width(text);
        size.most = Math.max(size.most, own);
        size.rows = Math.max(size.rows, nth === 0 ? Math.ceil(own / LINES_OF_HEADER) : own);
        for (const word of text.split(" ")) size.word = Math.max(size.word, width(word));
        size.least = Math.min(size.word, LONGEST_WORD);
        size.rows = Math.max(size.rows, size.word);
      }
    });
  });
  return sizes;
}

/** The sizes without what is wider than the measure, unless all cells fit: text of several lines is no wider in a table than elsewhere. */
export function withinMeasure(
  sizes: readonly ColumnSize[],
  available: number,
  measure = Infinity,
): readonly ColumnSize[] {
  if (sizes.reduce((total, { most }) => total + most, 0) <= available) return sizes;
  return sizes.map(({ word, least, rows, most }) => ({
    word: Math.min(word, measure),
    least: Math.min(least, measure),
    rows: Math.min(rows, measure),
    most: Math.min(most, measure),
  }));
}

/** The width of each column of `available` columns, or undefined if even the longest words do not fit. */
export function fitColumns(sizes: readonly ColumnSize[], available: number): number[] | undefined {
  const sum = (pick: (size: ColumnSize) => number): number =>
    sizes.reduce((total, size) => total + pick(size), 0);
  if (sum((size) => size.most) <= available) return sizes.map((size) => size.most);
  const needs: readonly (readonly Need[])[] = [
    sizes.map(({ rows, most }) => ({ least: rows, most })),
    // Long words are broken only if the table does not fit otherwise.
    sizes.map(({ word, rows }) => ({ least: word, most: rows })),
    sizes.map(({ least, rows }) => ({ least, most: rows })),
  ];
  for (const needed of needs) {
    const spare = needed.reduce((left, { least }) => left - least, available);
    if (spare >= 0) return shareColumns(needed, spare);
  }
  return undefined;
}

/** The least and the most columns that a column of a table takes. */
interface Need {
  readonly least: number;
  readonly most: number;
}

/** Narrow columns get their full width. The others share the rest by their content. */
function shareColumns(sizes: readonly Need[], spare: number): number[] {
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

/**
 * The widths again, after text was wrapped in `given` and took `taken`. The free columns go first to table
 * columns whose rows then need no wrapping, those with the smallest need first, to headers likewise, and then to those that used
 * all of their width. Returns `taken` itself if nothing changes.
 */
export function sharedAgain(
  sizes: readonly ColumnSize[],
  given: readonly number[],
  taken: readonly number[],
): readonly number[] {
  const widths = [...taken];
  let spare = given.reduce((sum, columns, index) => sum + columns - taken[index]!, 0);
  for (const full of ["rows", "most"] as const) {
    const needs = sizes.map((size, index) => ({ index, need: size[full] - widths[index]! }));
    for (const { index, need } of needs.toSorted((one, other) => one.need - other.need)) {
      if (need <= 0) continue;
      if (need > spare) break;
      widths[index]! += need;
      spare -= need;
    }
  }
  const wanting = sizes.map((size, index) => ({
    least: widths[index]!,
    most: taken[index] === given[index] ? size.most : widths[index]!,
  }));
  const shared = shareColumns(wanting, spare);
  return shared.every((columns, index) => columns === taken[index]) ? taken : shared;
}

/** If lines have no limit, each row is one line, and hard breaks in its cells become blanks. */
export function cellInlines(cell: TableCell, context: Context): TableCell {
  if (context.width !== Infinity) return cell;
  return cell.map((inline) => (inline.type === "hardBreak" ? { type: "text", text: " " } : inline));
}
