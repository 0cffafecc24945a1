/**
 * A pane beside a list: its columns, its rows, and the clicks in it.
 *
 *      ▌ a row of the list          │ an essay, quieter than
 *        another one                │ the list
 */
import { spansWidth } from "../../layout/cut.ts";
import { type Row, span } from "../../layout/line.ts";
import { headerRows, listHeight } from "../geometry.ts";
import type { Size } from "../state.ts";

const DIVIDER = " │ ";

/** Columns between a list and its pane, and blank ones at the right of the pane, as at the right of every list. */
export const PANE = { divider: DIVIDER.length, edge: 1 };

/** The narrowest pane, in columns. */
export const NARROWEST_PANE = 43;

/** The rows of a list of `columns`, with the rows of a pane beside them. */
export function withPane(list: readonly Row[], columns: number, pane: readonly Row[] = []): Row[] {
  return list.map((row, index) => {
    const blanks = span(" ".repeat(Math.max(0, columns - spansWidth(row.spans))));
    return { spans: [...row.spans, blanks, span(DIVIDER, "rule"), ...(pane[index]?.spans ?? [])] };
  });
}

/** Whether a place of the screen is in the pane beside a list of `columns`, or on the rule between them. */
export function isInPane(
  { row, column }: { readonly row: number; readonly column: number },
  columns: number,
  size: Size,
): boolean {
  const first = headerRows(size);
  return column >= columns && row >= first && row < first + listHeight(size);
}
