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
  const [one, other] = withoutCommonEnds(a, b);
  return one.length === 0 || other.length === 0
    ? Math.max(one.length, other.length)
    : distanceOf(codesOf(one), codesOf(other), limit);
}

/** Both words without their common beginning and end, which no edit touches. */
function withoutCommonEnds(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
    end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function codesOf(word: string): Uint16Array {
  const codes = new Uint16Array(word.length);
  for (let at = 0; at < word.length; at++) codes[at] = word.charCodeAt(at);
  return codes;
}

function distanceOf(a: Uint16Array, b: Uint16Array, limit: number): number {
  const width = b.length;
  let beforeLast = new Int32Array(width + 1);
  let last = Int32Array.from(beforeLast, (_, column) => column);
  let current = new Int32Array(width + 1);
  for (let row = 1; row <= a.length; row++) {
    const [letter, letterAbove] = [a[row - 1]!, row > 1 ? a[row - 2]! : -1];
    let least = (current[0] = row);
    for (let column = 1; column <= width; column++) {
      const other = b[column - 1]!;
      let distance = last[column - 1]! + (letter === other ? 0 : 1);
      if (last[column]! + 1 < distance) distance = last[column]! + 1;
      if (current[column - 1]! + 1 < distance) distance = current[column - 1]! + 1;
      if (
        other === letterAbove &&
        column > 1 &&
        letter === b[column - 2] &&
        beforeLast[column - 2]! < distance
      )
        distance = beforeLast[column - 2]! + 1;
      current[column] = distance;
      if (distance < least) least = distance;
    }
    if (least > limit) return Infinity;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  const distance = last[width]!;
  return distance > limit ? Infinity : distance;
}
