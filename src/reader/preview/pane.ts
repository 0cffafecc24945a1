/**
 * A pane beside a list: its columns, its rows, and the clicks in it.
 *
 *      ▌ a row of the list          │ an essay, quieter than
 *        another one                │ the list
 */
import { spansWidth } from "../../layout/cut.ts";
import { type Row, span } from "../../layout/line.ts";
import { headerRows, listHeight } from "../geometry.ts";
import { markSign } from "../mark-sign.ts";
import type { Size } from "../state.ts";

/** The rule beside a list, and the gutter after it for the sign of a highlight. */
const RULE = " │";
const GUTTER = " ";

/** Columns between a list and its pane, and blank ones at the right of the pane, as at the right of every list. */
export const PANE = { divider: (RULE + GUTTER).length, edge: 1 };

/** The narrowest pane, in columns. */
export const NARROWEST_PANE = 43;

/** The rows of a list of `columns`, with the rows of a pane beside them, and the signs of highlights in its gutter. */
export function withPane(list: readonly Row[], columns: number, pane: readonly Row[] = []): Row[] {
  return list.map((row, index) => {
    const blanks = span(" ".repeat(Math.max(0, columns - spansWidth(row.spans))));
    const own = pane[index] ?? { spans: [] };
    const sign = markSign(own);
    const gutter = sign === undefined ? span(GUTTER) : span(sign, "citation");
    return { spans: [...row.spans, blanks, span(RULE, "rule"), gutter, ...own.spans] };
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
