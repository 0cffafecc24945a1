/**
 * Pictures, sounds and films that a document embeds by name only, and files to which it links by name
 * (Obsidian, "Embed files").
 */
import type { Document, Inline } from "./document.ts";
import { MARKDOWN } from "../text/markdown-file.ts";
import { pathOf } from "../text/trim.ts";
import { inlinesOf, mapInlines } from "./walk.ts";

/** Whether a document embeds files by name. */
export function embedsFiles({ blocks, notes }: Document): boolean {
  for (const part of [blocks, ...notes.map((note) => note.blocks)])
    for (const inline of inlinesOf(part)) if (isNamed(inline)) return true;
  return false;
}

/** A document with the addresses of the files that it embeds by name. A name that is not found is not changed. */
export function withEmbeddedFiles(
  document: Document,
  fileAddress: (name: string) => string | undefined,
): Document {
  return embedsFiles(document) ? mapInlines(document, (inline) => addressed(inline, fileAddress)) : document;
}

/** The ending of a file that is not a page. */
const FILE = /\.(?!html?$)[a-z\d]{1,8}$/i;

/** Whether an address is that of a file that is not an essay or a page. */
function isFile(path: string): boolean {
  return FILE.test(path) && !MARKDOWN.test(path);
}

function isNamed(inline: Inline): boolean {
  if (inline.type === "wikiLink") return isFile(pathOf(inline.href));
  return (inline.type === "image" || inline.type === "link") && inline.byName === true;
}

function addressed(inline: Inline, fileAddress: (name: string) => string | undefined): Inline {
  if (inline.type === "image" && inline.byName) {
    const src = fileAddress(inline.src);
    return src === undefined ? inline : { type: "image", src, alt: inline.alt };
  }
  if ((inline.type !== "link" && inline.type !== "wikiLink") || !isNamed(inline)) return inline;
  const href = fileAddress(inline.href);
  if (href === undefined) return inline;
  const children = inline.type === "link" ? inline.children : [{ type: "text", text: inline.text } as const];
  return { type: "link", href, children };
}
