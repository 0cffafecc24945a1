/**
 * Decides whether the document or the header shows the title.
 */
import { delimitedText } from "./spelling.ts";
import type { Block, Document, Inline } from "./document.ts";

/** A document without the heading that repeats its title, and whether the title must still be shown. */
export interface Titled {
  readonly document: Document;
  readonly showsTitle: boolean;
  /** Whether the source has the title as a heading, in the document or not. */
  readonly writesTitle: boolean;
}

/**
 * If the document's first block is the title as a level-one heading, it is removed, unless it contains a citation:
 * then it stays and shows the title. A level-one heading further down, from which the title was taken, keeps
 * its place.
 */
export function titled(document: Document, title: string, fromHeading: boolean): Titled {
  const index = document.blocks.findIndex((block) => block.type === "heading" && block.depth === 1);
  const heading = document.blocks[index];
  if (!heading || !isTitle(heading, title)) return { document, showsTitle: false, writesTitle: false };
  if (index > 0) return { document, showsTitle: fromHeading, writesTitle: fromHeading };
  if (cites(heading)) return { document, showsTitle: true, writesTitle: true };
  const blocks = document.blocks.slice(1);
  return { document: { ...document, blocks }, showsTitle: false, writesTitle: true };
}

/** The text of a heading as a title, with formulas as in front matter: without quiet signs, unless there is nothing else. */
export function titleIn(inlines: readonly Inline[]): string {
  const said = delimitedText(inlines.filter(({ type }) => type !== "shortcode"));
  return oneLine(said) || oneLine(delimitedText(inlines));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isTitle(block: Block, title: string): boolean {
  return block.type === "heading" && simplified(titleIn(block.children)) === simplified(title);
}

function cites(block: Block): boolean {
  return block.type === "heading" && JSON.stringify(block.children).includes('"type":"citation"');
}

function simplified(text: string): string {
  return oneLine(text).toLowerCase();
}
