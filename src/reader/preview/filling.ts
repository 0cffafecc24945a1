/**
 * The number of blocks that fill a number of rows, so that no more of a long essay is laid out than is seen.
 */
import type { Block } from "../../document/document.ts";
import { plainText } from "../../document/spelling.ts";
import { inlineRuns } from "../../document/walk.ts";

/** How many of the first blocks fill `rows`: each takes the rows of its text and a blank row. */
export function filling(blocks: Iterable<Block>, rows: number, columns: number): number {
  let filled = 0;
  let count = 0;
  for (const block of blocks) {
    if (filled >= rows) break;
    const text = inlineRuns(block).reduce((length, run) => length + plainText(run).length, 0);
    // A cell seldom has more than two code units.
    filled += Math.ceil(text / 2 / columns) + 1;
    count++;
  }
  return count;
}

/** The blocks that fill `rows` before a block, and as many after it: the first one, and that after the last one. */
export function fillingAround(
  blocks: readonly Block[],
  block: number,
  rows: number,
  columns: number,
): readonly [first: number, end: number] {
  const before = filling(backwards(blocks, block), rows, columns);
  return [block - before, block + 1 + filling(blocks.slice(block + 1), rows, columns)];
}

/** The blocks before one, the nearest first. */
function* backwards(blocks: readonly Block[], from: number): Generator<Block> {
  for (let index = from - 1; index >= 0; index--) yield blocks[index]!;
}
