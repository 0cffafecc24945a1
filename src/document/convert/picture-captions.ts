/**
 * Pictures with text behind them. A browser shows the text beside or below the picture; in a line of text, the picture's description
 * and the text would be one sentence.
 *
 *     ![[life-world.png]]_A caption._      a figure with a caption, as the styles of Obsidian's and Jekyll's themes show it;
 *     ![a tree](tree.png)                  the caption may also be on the next line
 *     *A caption.*
 *
 *     ![a logo](logo.png)The text goes on  a blank between the two
 */
import type { Block, Inline } from "../document.ts";
import { trimInlines } from "../flow.ts";
import { text } from "../inlines.ts";
import { isBlankText } from "../nodes.ts";
import { plainText } from "../spelling.ts";

/** A paragraph whose pictures are apart from their text, or the figure that it is. */
export function pictureApart(block: Block): Block {
  if (block.type !== "paragraph" || !block.children.some(isPicture)) return block;
  const children = block.children.filter((one) => one.type !== "text" || one.text !== "");
  return figureOf(children) ?? { ...block, children: children.flatMap(withBlank) };
}

/**
 * The figure that a paragraph is whose pictures have only an emphasised text behind them; a caption that only repeats the
 * description is left out.
 */
function figureOf(inlines: readonly Inline[]): Block | undefined {
  const parts = inlines.filter((one) => !isBetween(one));
  const caption = parts.pop();
  if (caption?.type !== "emphasis" || parts.length === 0 || !parts.every(isPicture)) return undefined;
  const pictures = trimInlines(inlines.slice(0, inlines.findLastIndex(isPicture) + 1));
  const paragraph: Block = { type: "paragraph", children: pictures };
  if (plainText(caption.children).trim() === plainText(pictures).trim()) return paragraph;
  return { type: "figure", children: [paragraph], caption: caption.children };
}

/** Whether an inline is a picture, or a link around one. */
function isPicture(inline: Inline): boolean {
  if (inline.type === "link") return inline.children.length === 1 && inline.children.every(isPicture);
  return inline.type === "image";
}

/** Whether an inline is the space between two others. */
function isBetween(inline: Inline): boolean {
  return inline.type === "hardBreak" || isBlankText(inline);
}

/** What a word, or an opening bracket or quotation mark before one, begins with. */
const BEGINS = /^[\p{L}\p{N}\p{Ps}\p{Pi}"']/u;

function withBlank(inline: Inline, nth: number, all: readonly Inline[]): Inline[] {
  const isGlued = all[nth - 1]?.type === "image" && BEGINS.test(plainText([inline]));
  if (!isGlued) return [inline];
  return inline.type === "text" ? [text(` ${inline.text}`)] : [text(" "), inline];
}
