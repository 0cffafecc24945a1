/**
 * A document without the heading that says its title again.
 */
import { type Document, plainText } from "./document.ts";

/** Without its first level-one heading, if that is `title` and no citation stands in it. */
export function withoutTitle(document: Document, title: string): Document {
  const index = document.blocks.findIndex((block) => block.type === "heading" && block.depth === 1);
  const heading = document.blocks[index];
  if (heading?.type !== "heading" || simplified(plainText(heading.children)) !== simplified(title))
    return document;
  if (heading.children.some((inline) => inline.type === "citation")) return document;
  return { ...document, blocks: document.blocks.toSpliced(index, 1) };
}

function simplified(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
