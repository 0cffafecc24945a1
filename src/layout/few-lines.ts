/**
 * Lays text out on a few lines of a list. If the text is longer, the last line ends between words, with a
 * sign.
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

/** A line with the sign, cut if it has no room for both. */
function goingOn(line: readonly Span[], columns: number): readonly Span[] {
  const { flow } = line.at(-1) ?? {};
  // The sign is at the left of right-to-left text.
  const sign: Span = { ...span(GOES_ON, "quiet"), ...(flow && { flow }) };
  const spans = [...line, sign];
  return spansWidth(spans) <= columns ? spans : shortened({ spans }, columns).spans;
}
