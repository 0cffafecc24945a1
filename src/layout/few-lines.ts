/**
 * Text on a few lines of a list: where it goes on, the last of them ends between words, with a sign.
 */
import { shortened, spansWidth } from "./cut.ts";
import { type Span, span } from "./line.ts";
import { wrapRuns } from "./wrap.ts";

const GOES_ON = "…";

/** Breaks `runs` into at most `most` lines of at most `columns`. */
export function fewLines(runs: readonly Span[], columns: number, most: number): (readonly Span[])[] {
  if (most <= 1) return [shortened({ spans: runs }, columns).spans];
  const lines = wrapRuns(runs, columns, "greedy");
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), goingOn(lines[most - 1]!, columns)];
}

/** A line with the sign; what it has no room for is cut. */
function goingOn(line: readonly Span[], columns: number): readonly Span[] {
  const { flow } = line.at(-1) ?? {};
  // Where the text runs from right to left, the sign is at its left.
  const sign: Span = { ...span(GOES_ON, "quiet"), ...(flow && { flow }) };
  const spans = [...line, sign];
  return spansWidth(spans) <= columns ? spans : shortened({ spans }, columns).spans;
}
