/**
 * Which matches of a text to show if it is cut: the stretch with the most words of a query.
 *
 *     ranges    engineer … senior engineer … trust a senior engineer …
 *     window                                [────────────────────────]
 */
import type { Range } from "./ranges.ts";
import { WordCounts } from "./word-counts.ts";

/** A text and the ranges of its matches. */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly Range[];
  /** For each range, the number of the word of the query that matches there; without it, all are of one word. */
  readonly words?: readonly number[];
}

/** The words that are shown elsewhere. */
export type Shown = Pick<ReadonlySet<number>, "has">;

const NOTHING: Shown = new Set();

/** A stretch that begins and ends with a match. */
export interface Window {
  /** The offsets (UTF-16 units) of its start and end. */
  readonly range: Range;
  /** The number of its words that are not shown elsewhere, and of all its words, each counted once. */
  readonly fresh: number;
  readonly count: number;
  /** Characters between its first match and its last. */
  readonly gap: number;
}

/**
 * The stretch of at most `room` characters with the most words that are not `shown` elsewhere, then with the most words, then with
 * the smallest gap, then the first; undefined if nothing matches.
 */
export function bestWindow(
  { ranges, words = [] }: Marked,
  room: number,
  shown: Shown = NOTHING,
): Window | undefined {
  const inside = new WordCounts();
  let fresh = 0;
  const wordAt = (nth: number): number => words[nth] ?? 0;
  let best: Window | undefined;
  let from = 0;
  ranges.forEach(([start, end], to) => {
    if (inside.add(wordAt(to)) && !shown.has(wordAt(to))) fresh++;
    const isSpare = (nth: number): boolean => end - ranges[nth]![0] > room || inside.has(wordAt(nth), 2);
    for (; from < to && isSpare(from); from++)
      if (inside.remove(wordAt(from)) && !shown.has(wordAt(from))) fresh--;
    const { size: count } = inside;
    const [first, firstEnd] = ranges[from]!;
    const window = { range: [first, end], fresh, count, gap: from < to ? start - firstEnd : 0 } as const;
    if (best === undefined || isBetter(window, best)) best = window;
  });
  return best;
}

/** Whether a window shows more than another one, or as much closer together. */
export function isBetter(own: Window, other: Window): boolean {
  if (own.fresh !== other.fresh) return own.fresh > other.fresh;
  if (own.count !== other.count) return own.count > other.count;
  return own.gap < other.gap;
}
