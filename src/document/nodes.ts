/**
 * What a tree is built of while HTML is read: blocks, inlines, and parts that wait for what is around them.
 */
import type { Block, Inline } from "./document.ts";

/** Parts of lists and tables that wait for the element around them to close. */
export type Part =
  | { readonly type: "preformatted"; readonly text: string }
  | { readonly type: "item"; readonly nodes: readonly Node[] }
  | Cell
  | { readonly type: "row"; readonly cells: readonly Cell[] }
  | { readonly type: "summary"; readonly nodes: readonly Node[] };

/** A cell of a table, and how many columns and rows it spans. */
export interface Cell {
  readonly type: "cell";
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly nodes: readonly Node[];
}

export type Node = Inline | Block | Part;
const BLOCK_TYPES = new Set<Node["type"]>([
  "paragraph",
  "heading",
  "blockQuote",
  "list",
  "codeBlock",
  "table",
  "details",
  "thematicBreak",
]);

export function isBlock(node: Node): node is Block {
  return BLOCK_TYPES.has(node.type);
}
