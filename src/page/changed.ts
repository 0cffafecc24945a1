/**
 * Finds the blocks of a document that have changed.
 */
import type { Block, Document } from "../document/document.ts";

/** The indexes of the blocks that are new or different. */
export function changedBlocks(before: Document, now: Document): Set<number> {
  const left = new Map<string, number>();
  for (const text of before.blocks.map((block) => contentOf(block, before)))
    left.set(text, (left.get(text) ?? 0) + 1);
  const changed = new Set<number>();
  now.blocks.forEach((block, index) => {
    const text = contentOf(block, now);
    const count = left.get(text) ?? 0;
    if (count === 0) changed.add(index);
    else left.set(text, count - 1);
  });
  return changed;
}

/** Everything that is shown of a block, including its notes, but not the line on which it begins. */
function contentOf({ line: _line, ...block }: Block, { notes }: Document): string {
  const text = JSON.stringify(block);
  const cited = Array.from(
    text.matchAll(/"type":"citation","number":(\d+)/g),
    ([, number]) => notes[Number(number) - 1],
  );
  return text + JSON.stringify(cited);
}
