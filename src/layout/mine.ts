/**
 * The user's marks on blocks without inlines: on ranges of code, and on a whole display.
 */
import type { Citation, MineOfBlock } from "../document/document.ts";
import type { Context } from "./context.ts";
import { type Role, type Span, span } from "./line.ts";
import { mineSigns, ownMark } from "./runs.ts";
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
    const over = ranges.filter(({ start, end }) => start <= from && end >= to);
    const own = over.at(-1);
    return slice(from, to).map((one): Span => (own ? asMine(one, own, over.length > 1) : one));
  });
}

/** A range of a block that the user marked. */
export type MarkedRange = MineOfBlock["ranges"][number];

/** A span with the user's mark of a range; `isInner` if this is within another. */
export function asMine(
  own: Span,
  { mark, reworded }: Pick<MarkedRange, "mark" | "reworded">,
  isInner = false,
): Span {
  const roles: readonly Role[] = [
    reworded ? "mineReworded" : "mine",
    ...(isInner ? ["mineInner" as const] : []),
  ];
  return { ...own, roles: [...own.roles, ...roles], mine: mark };
}

/** A line of code with the signs around marks in plain text, if a mark begins or ends in it. */
export function signed(spans: readonly Span[], ranges: readonly EdgedRange[]): Span[] {
  const slice = slicer(spans);
  const length = spans.reduce((sum, { text }) => sum + text.length, 0);
  const edges = ranges.flatMap((own): { at: number; isStart: boolean; own: EdgedRange }[] => [
    ...(own.begins ? [{ at: own.start, isStart: true, own }] : []),
    ...(own.ends ? [{ at: Math.min(own.end, length), isStart: false, own }] : []),
  ]);
  const inOrder = edges.toSorted((a, b) => a.at - b.at || Number(a.isStart) - Number(b.isStart));
  let at = 0;
  const parts = inOrder.flatMap((edge): Span[] => {
    const before = slice(at, edge.at);
    at = edge.at;
    const [opening, closing] = mineSigns(edge.own.reworded);
    return [...before, asMine(span(edge.isStart ? opening : closing), edge.own)];
  });
  return [...parts, ...slice(at, length)];
}

/** The part of a marked range that is on one line, and whether the range begins and ends on it. */
export interface EdgedRange extends MarkedRange {
  readonly begins: boolean;
  readonly ends: boolean;
}

/** The marks of the user's notes, each after a blank, for the end of a line. */
export function citeSpans(
  cites: readonly Citation[],
  { roles, marks }: Pick<Context, "roles" | "marks">,
): Span[] {
  return cites.flatMap(({ number, own = 0 }) => [
    span(" "),
    { ...span(ownMark(own, marks), ...roles, "citation"), cites: number },
  ]);
}
