/**
 * Lays text out on a few lines of a list. If the text is longer, the last line ends between words, with a
 * sign.
 */
import { cutLine, shortened, spansWidth } from "./cut.ts";
import { type Span, span } from "./line.ts";
import { wrapRuns } from "./wrap.ts";

const GOES_ON = "…";

/** Breaks `runs` into at most `most` lines of at most `columns`. */
export function fewLines(runs: readonly Span[], columns: number, most: number): (readonly Span[])[] {
  // A long text is not broken to its end: a little more than fills the lines shows that it goes on.
  const start = cutLine({ spans: runs }, columns * (most + 1)).spans;
  const some = wrapRuns(start, columns, "greedy");
  const lines = some.length > most ? some : wrapRuns(runs, columns, "greedy");
  if (lines.length <= most) return lines;
  const last = Math.max(1, most) - 1;
  return [...lines.slice(0, last), goingOn(lines[last]!, columns)];
}

/** A line with the sign, without its last word if it has no room for both. */
function goingOn(line: readonly Span[], columns: number): readonly Span[] {
  const { flow } = line.at(-1) ?? {};
  // The sign is at the left of right-to-left text.
  const sign: Span = { ...span(GOES_ON, "quiet"), ...(flow && { flow }) };
  const [start = line] = wrapRuns(line, Math.max(1, columns - 1), "greedy");
  const spans = [...start, sign];
  return spansWidth(spans) <= columns ? spans : shortened({ spans }, columns).spans;
}
