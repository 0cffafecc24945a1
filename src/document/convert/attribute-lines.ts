/**
 * Removes attributes of blocks: at the end of a paragraph, or on the line below it or below a table; also the
 * marks of a table of contents.
 */
import type { Tokens } from "marked";
import {
  attributesAtEnd,
  blockWithoutAttributes,
  mayHaveAttributes,
  spansWithoutAttributes,
  withoutIdentifier,
} from "./attributes.ts";
import { blockOfName, nameAlone } from "./block-names.ts";
import type { Block, TableCell } from "../document.ts";
import { plainText } from "../spelling.ts";
import { isContentsMark, markAlone } from "./marks-alone.ts";

/** A list in whose place kramdown puts a table of contents. */
export function isContents({ items }: Tokens.List): boolean {
  return items.length === 1 && attributesAtEnd(items[0]!.raw)?.attributes.isContents === true;
}

/**
 * A paragraph without kramdown's attributes; nothing if it contains only attributes, or asks for a table of contents.
 */
export function withoutAttributes(block: Block): Block[] {
  if (block.type !== "paragraph") return [block];
  if (block.children.length <= 2 && isContentsMark(block.children)) return [];
  const alone = nameAlone(block.children);
  if (alone) return blockOfName(alone.name);
  const sign = markAlone(block.children);
  if (sign) return [{ ...block, children: [sign] }];
  if (!mayHaveAttributes(block.children)) return [block];
  const found = blockWithoutAttributes(spansWithoutAttributes(block.children));
  if (!found || found.isContents) return [];
  const named = withoutIdentifier(found.children);
  const id = named.id ?? found.id;
  return [{ ...block, children: named.children, ...(id !== undefined && { id }) }];
}

/** Attributes in the line below a table (kramdown; Hugo, "Markdown attributes"), which GitHub would read as a row. */
export function isAttributes([first, ...others]: readonly TableCell[]): boolean {
  const isLine = first !== undefined && /^\{(?::| ?[.#])[^{}]*\}$/.test(plainText(first).trim());
  return isLine && others.every((cell) => cell.length === 0);
}
