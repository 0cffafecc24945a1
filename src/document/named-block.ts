/**
 * Finds the block that a name stands for. Lists load this, and nothing of the parser.
 */
import type { Document } from "./document.ts";
import { blocksIn } from "./walk.ts";

/** The index of the block of the top level that has this name, or holds one that has it; undefined if there is none. */
export function blockNamed(document: Document, name: string): number | undefined {
  const index = document.blocks.findIndex((top) => {
    for (const block of blocksIn([top])) if (block.id === name) return true;
    return false;
  });
  return index < 0 ? undefined : index;
}
