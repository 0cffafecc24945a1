/**
 * Captions that are separate from their block. The block and its caption become a figure.
 *
 *     | a | b |          Table: caption      /// caption
 *     |---|---|          : caption           A caption of the block above.
 *     | 1 | 2 |                              ///
 *
 *     : A caption of the table above, or below (Pandoc's manual, "Table captions")
 */
import { attributesAtEnd } from "./attributes.ts";
import type { Block, Inline } from "../document.ts";
import { text } from "../inlines.ts";

/** A caption whose block is yet to be found. */
export function captionAlone(caption: readonly Inline[]): Block {
  return { type: "figure", children: [], caption };
}

/** Blocks in which captions have joined their blocks. */
export function withCaptions(blocks: Block[]): Block[] {
  if (!blocks.some((block) => block.type === "table" || isAlone(block))) return blocks;
  const joined: Block[] = [];
  for (let nth = 0; nth < blocks.length; nth++) {
    const block = blocks[nth]!;
    const last = joined.at(-1);
    const above = block.type === "table" && last ? captionIn(last) : undefined;
    if (isAlone(block)) joined.push(last ? figure([joined.pop()!], block.caption) : aParagraph(block));
    else if (block.type === "table") {
      const below = blocks[nth + 1] && captionIn(blocks[nth + 1]!);
      if (below) nth++;
      else if (above) joined.pop();
      joined.push(below || above ? figure([block], (below ?? above)!) : block);
    } else joined.push(block);
  }
  return joined;
}

type Alone = Extract<Block, { type: "figure" }>;

function isAlone(block: Block): block is Alone {
  return block.type === "figure" && block.children.length === 0;
}

function aParagraph({ caption, line }: Alone): Block {
  return { type: "paragraph", children: caption, ...(line !== undefined && { line }) };
}

function figure(children: readonly Block[], caption: readonly Inline[]): Block {
  const line = children[0]?.line;
  return { type: "figure", children, caption, ...(line !== undefined && { line }) };
}

const MARKED = /^(?:[Tt]able)?:[ \t]{1,9}(?=\S)/;

/**
 * The caption in a paragraph beside a table. The word `Table` before it is kept, because it may be part of the caption.
 */
function captionIn(block: Block): Inline[] | undefined {
  if (block.type !== "paragraph") return undefined;
  const [first, ...rest] = block.children;
  if (first?.type !== "text" || !MARKED.test(first.text)) return undefined;
  return withoutAttributes([
    text(first.text.replace(/^(?:[Tt]able(?=:[ \t]{1,9}(?:Table|\(#tab:)))?:[ \t]{1,9}/, "")),
    ...rest,
  ]);
}

function withoutAttributes(inlines: Inline[]): Inline[] {
  const last = inlines.at(-1);
  const found = last?.type === "text" ? attributesAtEnd(last.text) : undefined;
  return found ? [...inlines.slice(0, -1), text(found.text)] : inlines;
}
