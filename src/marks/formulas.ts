/**
 * Formulas of the galley. Their text is TeX, whose letters the page does not show in place, so a selection
 * covers a whole formula or nothing of it.
 */
import type { Block, Document, Inline } from "../document/document.ts";
import { childInlines, withChanged } from "../document/walk.ts";
import type { Stretch } from "./compared.ts";
import { galleyOf } from "./galley.ts";
import { leafText, PARTED, runText } from "./strip.ts";
import { append } from "../text/append.ts";

/** Returns a stretch of the galley, extended over the formulas in which it begins and ends. */
export function withWholeFormulas(document: Document, [start, end]: Stretch): Stretch {
  if (start >= end) return [start, end];
  const [first, last] = [formulaAt(document, start), formulaAt(document, end - 1)];
  return [first?.[0] ?? start, last?.[1] ?? end];
}

/** The stretch of the formula at an offset of the galley; undefined if there is none. */
function formulaAt(document: Document, offset: number): Stretch | undefined {
  const { block, note, start } = galleyOf(document).stripAt(offset);
  const own = note === undefined ? document.blocks[block] : undefined;
  const blocks = own ? [own] : (document.notes[(note ?? 0) - 1]?.blocks ?? []);
  return formulasOf(blocks, start).find(([from, to]) => from <= offset && offset < to);
}

/** The stretches of the formulas in the blocks of a strip that begins at `start`. */
function formulasOf(blocks: readonly Block[], start: number): Stretch[] {
  const found: Stretch[] = [];
  let at = start;
  const part = (text: string): number => {
    const from = at;
    at += text.length + PARTED.length;
    return from;
  };
  const run = (inlines: readonly Inline[]): readonly Inline[] => {
    append(found, formulasIn(inlines, part(runText(inlines))));
    return inlines;
  };
  const visit = (block: Block): Block => {
    const leaf = leafText(block);
    if (leaf === undefined) return withChanged(block, { block: visit, run });
    const from = part(leaf);
    if (block.type === "math") found.push([from, from + leaf.length]);
    return block;
  };
  blocks.forEach(visit);
  return found;
}

function formulasIn(inlines: readonly Inline[], start: number): Stretch[] {
  let at = start;
  return inlines.flatMap((inline): Stretch[] => {
    const from = at;
    at += runText([inline]).length;
    return inline.type === "inlineMath" ? [[from, at]] : formulasIn(childInlines(inline), from);
  });
}
