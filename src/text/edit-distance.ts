/**
 * The distance of Damerau and Levenshtein, restricted to adjacent transpositions (optimal string alignment):
 * the number of letters to insert, delete, change or swap with their neighbour.
 *
 *         s h i p
 *       0 1 2 3 4      Each cell: the least of the cell above + 1, the one to the left + 1, the one
 *     h 1 1 1 2 3      above left (+ 1 where the letters differ), and, where two letters are swapped,
 *     s 2 1 1 2 3      the one two rows up and two to the left + 1.
 */

/** The distance between `a` and `b` in letters; anything beyond `limit` counts as Infinity. */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const distance = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
        swapped ? beforeLast[column - 2]! + 1 : Infinity,
      );
      current[column] = distance;
      if (distance < least) least = distance;
    }
    if (least > limit) return Infinity;
    [beforeLast, last] = [last, current];
  }
  const distance = last[b.length]!;
  return distance > limit ? Infinity : distance;
}
