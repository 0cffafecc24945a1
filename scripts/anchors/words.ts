/**
 * Which words of one version of a text are which of another: an alignment that knows nothing of anchors.
 *
 *     before  the quick brown fox jumps            words that stand once in both, three together, are the same ones; between
 *     after   the quick red fox jumps over         two of those, the longest common sequence is
 */

export interface Words {
  readonly text: string;
  readonly words: readonly string[];
  /** Where each word begins in the text. */
  readonly starts: readonly number[];
}

/** The words of a version, and where its headings stand in the text. */
export interface VersionWords extends Words {
  readonly headings: readonly (readonly [start: number, end: number])[];
}

/** A text with blanks, quotation marks, dashes and normal forms made the same: what is compared, and by nothing of ibid's. */
export function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b\u2060]/g, "")
    .replace(/[‘’‚]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[–—‐]/g, "-")
    .replace(/…/g, "...")
    .replace(/\s+/g, " ")
    .trim();
}

export function wordsOf(text: string): Words {
  const found = Array.from(text.matchAll(/\S+/g));
  return { text, words: found.map(([word]) => word), starts: found.map(({ index }) => index) };
}

/** For each word of `before`, its index in `after`; -1 if it is gone. */
export function aligned(before: readonly string[], after: readonly string[]): Int32Array {
  const map = new Int32Array(before.length).fill(-1);
  align(before, after, [0, before.length, 0, after.length], map);
  return map;
}

type Box = readonly [fromA: number, toA: number, fromB: number, toB: number];

/** The largest table of common sequences that is filled. */
const TABLE = 4_000_000;

function align(a: readonly string[], b: readonly string[], box: Box, map: Int32Array): void {
  let [fromA, toA, fromB, toB] = box;
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) map[fromA++] = fromB++;
  while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) map[--toA] = --toB;
  if (fromA === toA || fromB === toB) return;
  const fixed = fixedPoints(a, b, [fromA, toA, fromB, toB]);
  if (fixed.length === 0) {
    if ((toA - fromA) * (toB - fromB) <= TABLE) common(a, b, [fromA, toA, fromB, toB], map);
    return;
  }
  let [lastA, lastB] = [fromA, fromB];
  for (const [atA, atB] of [...fixed, [toA, toB] as const]) {
    align(a, b, [lastA, atA, lastB, atB], map);
    if (atA < toA) map[atA] = atB;
    [lastA, lastB] = [atA + 1, atB + 1];
  }
}

/** Words that begin three which stand once in both, as many as keep their order. */
function fixedPoints(
  a: readonly string[],
  b: readonly string[],
  [fromA, toA, fromB, toB]: Box,
): [number, number][] {
  const inA = once(a, fromA, toA);
  const inB = once(b, fromB, toB);
  const pairs = Array.from(inA).flatMap(([key, at]): [number, number][] => {
    const other = inB.get(key);
    return at >= 0 && other !== undefined && other >= 0 ? [[at, other]] : [];
  });
  return longestRising(pairs.sort((one, other) => one[0] - other[0]));
}

function once(words: readonly string[], from: number, to: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = from; at + 2 < to; at++) {
    const key = `${words[at]} ${words[at + 1]} ${words[at + 2]}`;
    found.set(key, found.has(key) ? -1 : at);
  }
  return found;
}

function longestRising(pairs: readonly (readonly [number, number])[]): [number, number][] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, b], index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < b) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const rising: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) rising.push([...pairs[at]!]);
  return rising.reverse();
}

/** The longest common sequence of a part of each, by the table. */
function common(
  a: readonly string[],
  b: readonly string[],
  [fromA, toA, fromB, toB]: Box,
  map: Int32Array,
): void {
  const [rows, columns] = [toA - fromA, toB - fromB];
  const table = new Uint16Array((rows + 1) * (columns + 1));
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      table[row * (columns + 1) + column] =
        a[fromA + row] === b[fromB + column]
          ? table[(row + 1) * (columns + 1) + column + 1]! + 1
          : Math.max(table[(row + 1) * (columns + 1) + column]!, table[row * (columns + 1) + column + 1]!);
  for (let [row, column] = [0, 0]; row < rows && column < columns;) {
    const here = table[row * (columns + 1) + column]!;
    if (a[fromA + row] === b[fromB + column]) map[fromA + row++] = fromB + column++;
    else if (table[(row + 1) * (columns + 1) + column] === here) row++;
    else column++;
  }
}
