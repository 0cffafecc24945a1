/**
 * The rows of search results: the title of an essay, and below it its passages.
 */
import type { Essay } from "../../../essay/essay.ts";
import { marked, spansWidth } from "../../../layout/cut.ts";
import { asOneText } from "../../../layout/flow.ts";
import { fewLines } from "../../../layout/few-lines.ts";
import { type Span, span } from "../../../layout/line.ts";
import { titleLabel } from "../../../essay/title-label.ts";
import { wrapRuns } from "../../../layout/wrap.ts";
import type { SearchResult } from "../../../library/index/search.ts";
import { bestOf, excerpts } from "../../../search/excerpt.ts";
import type { Passage } from "../../../search/passages.ts";
import { memoized, memoizedFor } from "../../../text/memoized.ts";
import { listHeight } from "../../geometry.ts";
import type { Search, Size } from "../../state.ts";

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

/** The lines that a title leaves for the passage under the cursor. */
const LEAST_PASSAGE = 3;

/**
 * The most lines for the passage under the cursor: those that the title of its essay leaves free. Other passages take
 * one.
 */
export function linesInFull(essay: Essay, size: Size): number {
  return Math.max(1, listHeight(size) - titleLines(essay, size).length);
}

/** The most characters of a passage that the list has room for. */
export function longestPassage(size: Size): number {
  return Math.max(1, listHeight(size) - 1) * roomFor("passage", size.columns);
}

/** All rows. Enter on a title opens an essay that matches by its title alone. */
export function rowsOf({ results }: Pick<Search, "results">): ResultRow[] {
  let opens = 0;
  return results.flatMap((result, index): ResultRow[] => [
    ...(index > 0 ? [{ result, passage: undefined, opens: undefined, isGap: true } as const] : []),
    { result, passage: undefined, opens: result.passages.length === 0 ? opens++ : undefined },
    ...result.passages.map((_, passage) => ({ result, passage, opens: opens++ })),
  ]);
}

/** The number of the row at which the cursor begins: the best passage of the first essay. */
export function beginning({ results }: Pick<Search, "results">): number {
  return bestOf(results[0]?.passages ?? []);
}

/** The passages of an essay, each cut to one line of a screen of `columns`. The rows of the essay share them. */
export function passagesOnLines(result: SearchResult, columns: number): readonly Passage[] {
  return cutsOf(result)(columns);
}

const cutsOf = memoizedFor(({ passages }: SearchResult) =>
  memoized((columns: number): readonly Passage[] => {
    const room = roomFor("passage", columns);
    return excerpts(passages, (passage) => {
      const beside = spansWidth(passageRuns({ ...passage, text: "", ranges: [] }));
      return Math.max(1, room - beside);
    });
  }),
);

/** Columns before a title, and before a passage. */
export const INDENT = { title: 3, passage: 5 };

/** The runs of a passage: its place in the essay, unless that is the text, and its words. */
export function passageRuns(passage: Passage): Span[] {
  const { kind, note, text, ranges } = passage;
  const where = note === undefined ? (kind === "text" ? "" : kind) : `note ${note}`;
  const words = asOneText(marked(text, ranges, "found", []));
  return where === "" ? words : [span(`${where}:`, "quiet"), span(" "), ...words];
}

/** The lines that a row takes on a screen of `columns`. */
function linesOf(row: ResultRow, isSelected: boolean, size: Size): number {
  if (row.isGap) return 1;
  const passage = row.passage === undefined ? undefined : row.result.passages[row.passage];
  if (!passage) return titleLines(row.result.essay, size).length;
  if (!isSelected) return 1;
  return Math.min(
    linesInFull(row.result.essay, size),
    wrapRuns(passageRuns(passage), roomFor("passage", size.columns), "greedy").length,
  );
}

/** The title of an essay, broken if it is wider than the screen; cut only if a passage would have no room. */
export function titleLines(essay: Essay, size: Size): string[] {
  const most = Math.max(1, listHeight(size) - LEAST_PASSAGE);
  const lines = fewLines([span(titleLabel(essay))], roomFor("title", size.columns), most);
  return lines.map((spans) => spans.map(({ text }) => text).join(""));
}

/** The most columns of a line: longer ones are hard to read. */
export const WIDEST = 80;

/** The columns that a screen has for a title or a passage. */
export function roomFor(what: keyof typeof INDENT, columns: number): number {
  return Math.max(1, Math.min(WIDEST, columns - 1) - INDENT[what]);
}

/** The row of the cursor, and the row of its essay's title; -1 if nothing was found. */
function rowsAt(
  rows: readonly ResultRow[],
  cursor: number,
): { readonly row: number; readonly title: number } {
  const row = rows.findIndex(({ opens }) => opens === cursor);
  const isTitle = ({ passage, isGap }: ResultRow): boolean => passage === undefined && !isGap;
  return { row, title: rows.findLastIndex((own, index) => index <= row && isTitle(own)) };
}

/**
 * The rows from `top` on. The title of the cursor's essay stays above its passage, even if the title's own row is above
 * the screen.
 */
export function rowsFrom(rows: readonly ResultRow[], cursor: number, top: number): ResultRow[] {
  const { row, title } = rowsAt(rows, cursor);
  const shown = rows.slice(top);
  return title < top && top <= row ? [rows[title]!, ...shown] : shown;
}

/**
 * The first row on the screen, not counting a repeated title; it keeps the whole row of the cursor visible,
 * with the title of its essay.
 */
export function topFor(rows: readonly ResultRow[], cursor: number, top: number, size: Size): number {
  const height = listHeight(size);
  const { row, title } = rowsAt(rows, cursor);
  const first = Math.min(top, Math.max(0, title), Math.max(0, rows.length - height));
  let taken = 0;
  for (let index = row; index >= first; index--) {
    taken += linesOf(rows[index]!, index === row, size);
    const above = index > title ? linesOf(rows[title]!, false, size) : 0;
    if (taken + above > height && index < row) return index + 1;
  }
  return first;
}
