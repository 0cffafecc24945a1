/**
 * Names of blocks on separate lines, to which links refer: `^name` (Obsidian, "Link to a block"), `{#name}`
 * (Hugo, "Markdown attributes") and `{: #name}` (kramdown). The lines are hidden, and name the block above.
 */
import { attributesAtEnd } from "./attributes.ts";
import type { Block, Inline } from "../document.ts";

/** It must contain a letter, because `^2` is a number. */
const OBSIDIANS = /^\^((?=[\d-]{0,40}[A-Za-z])[A-Za-z\d-]{1,40})$/;

/** The name that the line gives the block above; undefined if the line is text. */
export function nameAlone(inlines: readonly Inline[]): { readonly name: string | undefined } | undefined {
  const only = inlines[0];
  if (
    only?.type !== "text" ||
    inlines.length > 1 ||
    !/^(?:\^|\{[:.#]|\{ [.#]|\{ ?[\w-]{1,40}=")/.test(only.text)
  )
    return undefined;
  const line = only.text.trim();
  // The mark that ends a block (kramdown, "EOB Marker").
  if (line === "^") return { name: undefined };
  const name = OBSIDIANS.exec(line)?.[1];
  if (name !== undefined) return { name };
  const found = attributesAtEnd(line);
  return found?.text === "" && !found.attributes.isContents ? { name: found.attributes.id } : undefined;
}

/** A placeholder for a name whose block is not found yet. */
export function blockOfName(name: string | undefined): Block[] {
  return name === undefined ? [] : [{ type: "paragraph", children: [], id: name }];
}

/** Blocks with the names that were on the lines below them. */
export function withNames(blocks: Block[]): Block[] {
  if (!blocks.some(isName)) return blocks;
  const named: Block[] = [];
  for (const block of blocks) {
    const above = named.at(-1);
    if (!isName(block)) named.push(block);
    else if (above && above.id === undefined) named[named.length - 1] = { ...above, id: block.id! };
  }
  return named;
}

function isName(block: Block): boolean {
  return block.type === "paragraph" && block.children.length === 0 && block.id !== undefined;
}
