/**
 * The nodes of a tree while HTML is read: blocks, inlines, and parts that wait for the element around them.
 */
import type { Block, Inline } from "./document.ts";

/** Parts of lists and tables that wait for the element around them to close. */
export type Part =
  | { readonly type: "preformatted"; readonly text: string }
  | { readonly type: "item"; readonly nodes: readonly Node[]; readonly number?: number }
  | Cell
  | { readonly type: "row"; readonly cells: readonly Cell[] }
  | { readonly type: "summary"; readonly nodes: readonly Node[] }
  | {
      readonly type: "tex";
      readonly tex: string;
      /** In content MathML, the name of an operator or a qualifier, and how strongly the parts hold together. */
      readonly means?: string;
      readonly rank?: number;
    }
  | { readonly type: "annotation"; readonly isTex: boolean; readonly nodes: readonly Node[] }
  | { readonly type: "semantics"; readonly nodes: readonly Node[] }
  | { readonly type: "option"; readonly nodes: readonly Node[] }
  | { readonly type: "caption"; readonly nodes: readonly Node[] }
  | { readonly type: "term"; readonly nodes: readonly Node[] }
  | { readonly type: "definition"; readonly nodes: readonly Node[] };

/** A cell of a table, and the number of columns and rows that it spans. */
export interface Cell {
  readonly type: "cell";
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly nodes: readonly Node[];
}

export type Node = Inline | Block | Part;

/** Every kind of block, as a record, so that none can be missing. */
const BLOCK_TYPES: Readonly<Record<Block["type"], true>> = {
  paragraph: true,
  heading: true,
  blockQuote: true,
  callout: true,
  transclusion: true,
  definitionList: true,
  figure: true,
  list: true,
  codeBlock: true,
  table: true,
  details: true,
  math: true,
  thematicBreak: true,
};

/** Whether a node is text that shows nothing, such as the line feed between two tags. */
export function isBlankText(node: Node): boolean {
  return node.type === "text" && node.text.trim() === "";
}

export function isBlock(node: Node): node is Block {
  return Object.hasOwn(BLOCK_TYPES, node.type);
}
