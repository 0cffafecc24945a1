/**
 * Puts boxes into fewer columns than they need: broken inside if they can be (`Box.narrow`), otherwise cut.
 *
 *     aaaa + bbbb + cccc        aaaa + bbbb              aaaa…
 *     ──────────────────          + cccc        or else  ────…
 *             d                 ───────────                  …
 *                                    d
 */
import { takeColumns, width } from "../../text/width.ts";
import type { Box, Narrowed } from "./box.ts";

/** The fewest columns in which a box is broken: in fewer, only single letters would be on a line. */
const LEAST = 6;

/** The box in at most `columns`; the box itself if it fits. */
export function narrowed(box: Box, columns: number): Narrowed {
  if (box.columns <= columns) return { box, isCut: false };
  const own = columns >= LEAST ? box.narrow?.(columns) : undefined;
  if (own === undefined) return { box: cutBox(box, columns), isCut: true };
  return own.box.columns <= columns ? own : { box: cutBox(own.box, columns), isCut: true };
}

/**
 * The box that `build` makes from `inner`. In fewer columns, `build` gets the narrowed inner box; `taken` is
 * the number of columns that the outer box itself needs.
 */
export function around(inner: Box, taken: number, build: (inner: Box) => Box): Box {
  return aroundAll([inner], taken, ([only]) => build(only!));
}

/** The same for stacked inner boxes. */
export function aroundAll(
  inners: readonly Box[],
  taken: number,
  build: (inners: readonly Box[]) => Box,
): Box {
  const { rows, columns, baseline } = build(inners);
  const narrow = (most: number): Narrowed => {
    const parts = inners.map((inner) => narrowed(inner, most - taken));
    return { box: build(parts.map(({ box }) => box)), isCut: parts.some(({ isCut }) => isCut) };
  };
  return { rows, columns, baseline, narrow };
}

/** The left part of each row, with an ellipsis if the rest is missing. */
function cutBox(box: Box, columns: number): Box {
  const most = Math.max(0, columns);
  const rows = box.rows.map((row) => {
    const kept = takeColumns(row, Math.max(0, most - 1));
    const isCut = most > 0 && row.slice(kept.length).trim() !== "";
    const shown = isCut ? `${kept}…` : kept;
    return shown + " ".repeat(Math.max(0, most - width(shown)));
  });
  return { rows, columns: most, baseline: box.baseline };
}

/** An inner box, with its baseline in the middle if it was broken, because its lines then form a block. */
export function centredIfBroken(inner: Box, whole: Box): Box {
  if (inner === whole) return inner;
  return { ...inner, baseline: Math.floor((inner.rows.length - 1) / 2) };
}
