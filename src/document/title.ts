/**
 * A document and its title: which of them shows it.
 */
import { type Block, type Document, plainText } from "./document.ts";

/** A document without the heading that says its title again; and whether the title is still to be shown. */
export interface Titled {
  readonly document: Document;
  readonly showsTitle: boolean;
}

/**
 * Where the document's first block is the title as a level-one heading, it is left out, unless a citation stands
 * in it: then it shows the title itself. A level-one heading further down, from which the title was taken, keeps
 * its place.
 */
export function titled(document: Document, title: string, fromHeading: boolean): Titled {
  const index = document.blocks.findIndex((block) => block.type === "heading" && block.depth === 1);
  const heading = document.blocks[index];
  if (!heading || !isTitle(heading, title)) return { document, showsTitle: false };
  if (index > 0) return { document, showsTitle: fromHeading };
  if (cites(heading)) return { document, showsTitle: true };
  return { document: { ...document, blocks: document.blocks.slice(1) }, showsTitle: false };
}

function isTitle(block: Block, title: string): boolean {
  return block.type === "heading" && simplified(plainText(block.children)) === simplified(title);
}

function cites(block: Block): boolean {
  return block.type === "heading" && JSON.stringify(block.children).includes('"type":"citation"');
}

function simplified(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
