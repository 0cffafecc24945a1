/**
 * The rows of search results: the title of an essay, and below it its passages.
 */
import type { SearchResult } from "../../../library/index/search.ts";
import { clamp, type Extent, keepInView } from "../../scroll.ts";
import type { Search } from "../../state.ts";

/** A row of the results. */
export interface ResultRow {
  readonly result: SearchResult;
  /** The index of the passage; undefined for a title. */
  readonly passage: number | undefined;
  /** The number of the row among those that Enter opens; undefined for a title above passages. */
  readonly opens: number | undefined;
  /** Whether the row is the blank line above an essay. */
  readonly isGap?: true;
}

/** The most lines for the passage under the cursor; other passages take one. */
export const IN_FULL = 3;

/** All rows. Enter on a title opens an essay that matches by its title alone. */
export function rowsOf({ results }: Pick<Search, "results">): ResultRow[] {
  let opens = 0;
  return results.flatMap((result, index): ResultRow[] => [
    ...(index > 0 ? [{ result, passage: undefined, opens: undefined, isGap: true } as const] : []),
    { result, passage: undefined, opens: result.passages.length === 0 ? opens++ : undefined },
    ...result.passages.map((_, passage) => ({ result, passage, opens: opens++ })),
  ]);
}

/** The first row on the screen: it keeps the row of the cursor in view, with the title just above it. */
export function topFor(rows: readonly ResultRow[], cursor: number, top: number, height: number): number {
  const row = Math.max(
    0,
    rows.findIndex(({ opens }) => opens === cursor),
  );
  // The passage under the cursor may take several lines.
  const extent: Extent = { height: Math.max(1, height - IN_FULL + 1), length: rows.length };
  const kept = keepInView(row, top, extent);
  const isUnderTitle = rows[row - 1]?.opens === undefined && row - 1 < kept;
  return clamp(isUnderTitle ? row - 1 : kept, 0, Math.max(0, rows.length - 1));
}
