/**
 * Ranges of a text.
 */

/** Offsets (UTF-16 units), start and end. */
export type Range = readonly [start: number, end: number];

/** Ranges in order, those that overlap as one. */
export function joined(ranges: readonly Range[]): Range[] {
  const result: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) result.push([start, end]);
  }
  return result;
}

/** Ranges, and a number for each. */
export interface NumberedRanges {
  readonly ranges: readonly Range[];
  readonly words: readonly number[];
}

/** As `joined`, for ranges of numbered words; what overlaps has the number of its first range. */
export function joinedNumbered({ ranges, words }: NumberedRanges): NumberedRanges {
  const result = joined(ranges);
  const numbers = new Map<number, number>();
  ranges.forEach(([start], nth) => {
    if (!numbers.has(start)) numbers.set(start, words[nth]!);
  });
  return { ranges: result, words: result.map(([start]) => numbers.get(start)!) };
}
