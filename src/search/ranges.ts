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
