/**
 * Whether a document holds code in a named language: only then is a highlighter worth its loading.
 */
import type { Block, Document } from "./document.ts";

export function holdsCode(document: Document): boolean {
  return document.blocks.some(hasCode) || document.notes.some((note) => note.blocks.some(hasCode));
}

function hasCode(block: Block): boolean {
  switch (block.type) {
    case "codeBlock":
      return block.language !== "";
    case "list":
      return block.items.some((item) => item.children.some(hasCode));
    case "blockQuote":
    case "details":
      return block.children.some(hasCode);
    default:
      return false;
  }
}
