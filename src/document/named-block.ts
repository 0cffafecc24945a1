/**
 * Finds the block with a name. Lists load this module, but not the parser.
 */
import type { Document } from "./document.ts";
import { blocksIn } from "./walk.ts";

/** The index of the top-level block that has this name or contains a block with it; undefined if there is none. */
export function blockNamed(document: Document, name: string): number | undefined {
  const index = document.blocks.findIndex((top) => {
    for (const block of blocksIn([top])) if (block.id === name) return true;
    return false;
  });
  return index < 0 ? undefined : index;
}
