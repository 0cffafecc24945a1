/**
 * Pictures with text directly behind them, without a blank. A browser shows the text beside or below the picture; in a line of
 * text, the last word of the picture's description would be joined to it.
 *
 *     ![[life-world.png]]_A caption._      a figure with a caption, as Obsidian's themes show it
 *     ![a logo](logo.png)The text goes on  a blank between the two
 */
import type { Block, Inline } from "../document.ts";
import { text } from "../inlines.ts";
import { plainText } from "../spelling.ts";

/** A paragraph whose pictures are apart from their text, or the figure that it is. */
export function pictureApart(block: Block): Block {
  if (block.type !== "paragraph" || !block.children.some(({ type }) => type === "image")) return block;
  const children = block.children.filter((one) => one.type !== "text" || one.text !== "");
  return figureOf(children) ?? { ...block, children: children.flatMap(withBlank) };
}

/** The figure that a picture and an emphasised text directly behind it are; a caption that only repeats the description is left out. */
function figureOf([picture, caption, ...others]: readonly Inline[]): Block | undefined {
  if (picture?.type !== "image" || caption?.type !== "emphasis" || others.length > 0) return undefined;
  const paragraph: Block = { type: "paragraph", children: [picture] };
  if (plainText(caption.children).trim() === picture.alt.trim()) return paragraph;
  return { type: "figure", children: [paragraph], caption: caption.children };
}

/** What a word, or an opening bracket or quotation mark before one, begins with. */
const BEGINS = /^[\p{L}\p{N}\p{Ps}\p{Pi}"']/u;

function withBlank(inline: Inline, nth: number, all: readonly Inline[]): Inline[] {
  const isGlued = all[nth - 1]?.type === "image" && BEGINS.test(plainText([inline]));
  if (!isGlued) return [inline];
  return inline.type === "text" ? [text(` ${inline.text}`)] : [text(" "), inline];
}
