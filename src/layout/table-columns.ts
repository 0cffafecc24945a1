/**
 * Shares the width of a table among its columns.
 *
 *         a whole column │ its longest word │ its share of the rest, by the rest of its text
 *
 * Each column is as wide as its longest cell if all of them fit. Otherwise each gets the width of its longest
 * word, and the columns share the rest.
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
  /** The width of its longest cell, in columns. */
  readonly most: number;
}

/** The sizes of the columns of a table, header included. */
export function columnSizes(table: Table, context: Context): ColumnSize[] {
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

/** The width of each column of `available` columns, or undefined if even the longest words do not fit. */
export function fitColumns(sizes: readonly ColumnSize[], available: number): number[] | undefined {
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

/**
 * The widths again, after text was wrapped in `given` and took `taken`. The free columns go first to table
 * columns that then need no wrapping, those with the smallest need first, and then to those that used all of
 * their width. Returns `taken` itself if nothing changes.
 */
export function sharedAgain(
  sizes: readonly ColumnSize[],
  given: readonly number[],
  taken: readonly number[],
): readonly number[] {
  const widths = [...taken];
  let spare = given.reduce((sum, columns, index) => sum + columns - taken[index]!, 0);
  const needs = sizes.map(({ most }, index) => ({ index, need: most - taken[index]! }));
  for (const { index, need } of needs.toSorted((one, other) => one.need - other.need)) {
    if (need <= 0) continue;
    if (need > spare) break;
    widths[index]! += need;
    spare -= need;
  }
  const wanting = sizes.map((size, index) => ({
    ...size,
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
