/**
 * The link or mark at a column of a line, for clicks.
 */
import { visualSpans } from "../../../layout/bidi.ts";
import type { Line } from "../../../layout/line.ts";
import { type Spot, spotAt } from "../../../page/spots.ts";
import { width } from "../../../text/width.ts";
import type { Page } from "../../state.ts";

/** `column` is from the left edge of the lines; `reorders`: whether ibid shows them in visual order. */
export function spotUnder(
  { lines, spots }: Pick<Page, "lines" | "spots">,
  at: number,
  column: number,
  reorders: boolean,
): Spot | undefined {
  const line = lines[at];
  const index = line === undefined ? -1 : spanAt(line, column, reorders);
  return index < 0 ? undefined : spotAt(spots, at, index, line!.spans[index]!);
}

/** Index of the span at a column of a line; -1 if there is none. */
function spanAt({ spans }: Line, column: number, reorders: boolean): number {
  if (column < 0) return -1;
  const seen = reorders ? visualSpans(spans) : spans.map((span, from) => ({ span, from }));
  let end = 0;
  const found = seen.find(({ span }) => {
    end += width(span.text);
    return column < end;
  });
  return found?.from ?? -1;
}
