/**
 * A section of a document: a heading and everything under it.
 */
import { headingAnchor } from "./anchor.ts";
import type { Block, Document } from "./document.ts";
import { plainText } from "./spelling.ts";

/**
 * The blocks from the heading that `wanted` names (by its text, its anchor, or the beginning of either) to
 * the next one of its depth or a higher level; undefined if there is none. Notes keep their numbers.
 */
export function sectionOf(document: Document, wanted: string): Document | undefined {
  const start = headingAt(document.blocks, headingAnchor(wanted.replace(/^#+\s*/, "")));
  if (start === undefined) return undefined;
  const depth = depthOf(document.blocks[start]!);
  const after = document.blocks.findIndex((block, index) => index > start && depthOf(block) <= depth);
  return { ...document, blocks: document.blocks.slice(start, after < 0 ? undefined : after) };
}

function headingAt(blocks: readonly Block[], anchor: string): number | undefined {
  const anchors = blocks.map((block) =>
    block.type === "heading" ? headingAnchor(plainText(block.children)) : "",
  );
  const exact = anchors.indexOf(anchor);
  const found = exact >= 0 || anchor === "" ? exact : anchors.findIndex((one) => one.startsWith(anchor));
  return found < 0 ? undefined : found;
}

function depthOf(block: Block): number {
  return block.type === "heading" ? block.depth : Infinity;
}
