/**
 * The reader's own marks on blocks without inlines: on ranges of code, and on a whole display.
 */
import type { MineOfBlock } from "../document/document.ts";
import type { Context } from "./context.ts";
import { type Span, span } from "./line.ts";
import { ownMark } from "./runs.ts";
import { slicer } from "./slice.ts";

/** The spans of a line, with marks on the parts in a range. Offsets are in the text of the line, in UTF-16 code units. */
export function withMine(spans: readonly Span[], ranges: MineOfBlock["ranges"]): Span[] {
  if (ranges.length === 0) return [...spans];
  const length = spans.reduce((sum, { text }) => sum + text.length, 0);
  const edges = ranges.flatMap(({ start, end }) => [start, Math.min(end, length)]);
  const cuts = [...new Set([0, ...edges, length])].sort((a, b) => a - b);
  const slice = slicer(spans);
  return cuts.slice(1).flatMap((to, nth) => {
    const from = cuts[nth]!;
    const own = ranges.findLast(({ start, end }) => start <= from && end >= to);
    return slice(from, to).map((one): Span => (own ? asMine(one, own.mark) : one));
  });
}

/** A span with the reader's mark `mark`. */
export function asMine(own: Span, mark: string): Span {
  return { ...own, roles: [...own.roles, "mine"], mine: mark };
}

/** The marks of the notes on a block, after its last line. */
export function citesOf({ cites }: MineOfBlock, { roles, marks }: Pick<Context, "roles" | "marks">): Span[] {
  return cites.flatMap(({ number, own = 0 }) => [
    span(" "),
    { ...span(ownMark(own, marks), ...roles, "citation"), cites: number },
  ]);
}
