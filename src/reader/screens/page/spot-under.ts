/**
 * The link or mark at a column of a line: what a click means.
 */
import type { Line } from "../../../layout/line.ts";
import { type Spot, spotAt } from "../../../page/spots.ts";
import { width } from "../../../text/width.ts";
import type { Page } from "../../state.ts";

/** `column` is from the left edge of the lines. */
export function spotUnder(
  { lines, spots }: Pick<Page, "lines" | "spots">,
  at: number,
  column: number,
): Spot | undefined {
  const line = lines[at];
  const index = line === undefined ? -1 : spanAt(line, column);
  return index < 0 ? undefined : spotAt(spots, at, index, line!.spans[index]!);
}

/** Index of the span at a column of a line; -1 if there is none. */
function spanAt({ spans }: Line, column: number): number {
  let end = 0;
  return column < 0
    ? -1
    : spans.findIndex(({ text }) => {
        end += width(text);
        return column < end;
      });
}
