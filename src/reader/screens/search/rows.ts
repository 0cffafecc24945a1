/**
 * The rows of a search's results: an essay's title, and under it its passages.
 */
import type { SearchResult } from "../../../library/index/search.ts";
import { clamp, type Extent, keepInView } from "../../scroll.ts";
import type { Search } from "../../state.ts";

/** A row of the results. */
export interface ResultRow {
  readonly result: SearchResult;
  /** Index of the passage; undefined on the row of the title. */
  readonly passage: number | undefined;
  /** Its number among the rows that can be opened; undefined on a title above passages. */
  readonly opens: number | undefined;
  /** Whether it is the air above an essay. */
  readonly isGap?: true;
}

/** Lines on which the passage under the cursor is shown at most; the others have one. */
export const IN_FULL = 3;

/** All rows, titles and passages. An essay that was found by its title alone is opened by its title. */
export function rowsOf({ results }: Pick<Search, "results">): ResultRow[] {
  let opens = 0;
  return results.flatMap((result, index): ResultRow[] => [
    ...(index > 0 ? [{ result, passage: undefined, opens: undefined, isGap: true } as const] : []),
    { result, passage: undefined, opens: result.passages.length === 0 ? opens++ : undefined },
    ...result.passages.map((_, passage) => ({ result, passage, opens: opens++ })),
  ]);
}

/** The first row so that the cursor's is on the screen, with its title where that is just above. */
export function topFor(rows: readonly ResultRow[], cursor: number, top: number, height: number): number {
  const row = Math.max(
    0,
    rows.findIndex(({ opens }) => opens === cursor),
  );
  // The passage under the cursor may take more lines than one.
  const extent: Extent = { height: Math.max(1, height - IN_FULL + 1), length: rows.length };
  const kept = keepInView(row, top, extent);
  const isUnderTitle = rows[row - 1]?.opens === undefined && row - 1 < kept;
  return clamp(isUnderTitle ? row - 1 : kept, 0, Math.max(0, rows.length - 1));
}
