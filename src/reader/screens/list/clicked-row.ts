/**
 * The row of a list under a click.
 */
import { headerRows, listHeight } from "../../geometry.ts";
import type { ListPlace, State } from "../../state.ts";
import type { Click } from "../screen.ts";

/** The index of the row; undefined if the click is not on the list. */
export function clickedRow(
  { top }: ListPlace,
  length: number,
  { row }: Click,
  { size }: State,
): number | undefined {
  const at = row - headerRows(size);
  return at >= 0 && at < listHeight(size) && top + at < length ? top + at : undefined;
}
