/**
 * Converts mixed nodes to blocks only, or to inlines only.
 */
import { isTheorem, theoremHead } from "./theorem-kinds.ts";
import type { Block, Callout, Inline } from "./document.ts";
import { plainText } from "./spelling.ts";
import { isBlankText, isBlock, type Node } from "./nodes.ts";
import { joinTexts, shownText, text } from "./inlines.ts";

/** Inlines between blocks become paragraphs; blanks between blocks disappear. */
export function toBlocks(nodes: readonly Node[]): Block[] {
  return toPlacedBlocks(nodes, () => undefined);
}

/** The same, each paragraph with the line on which its first inline begins, if `lineOf` knows it. */
export function toPlacedBlocks(
  nodes: readonly Node[],
  lineOf: (inline: Inline) => number | undefined,
): Block[] {
  const blocks: Block[] = [];
  let inlines: Inline[] = [];
  const close = (): void => {
    const trimmed = trimInlines(joinTexts(inlines));
    if (trimmed.length > 0) {
      const first = inlines.find((inline) => !isBlankText(inline))!;
      const line = lineOf(first);
      blocks.push({ type: "paragraph", children: trimmed, ...(line !== undefined && { line }) });
    }
    inlines = [];
  };
  for (const node of nodes) {
    if (isInline(node)) inlines.push(node);
    else {
      close();
      for (const block of partBlocks(node)) blocks.push(block);
    }
  }
  close();
  return blocks;
}

/**
 * Blocks become their inlines, with hard breaks between them. Blanks at both ends are kept, because they
 * separate words within a line.
 */
export function toInlines(nodes: readonly Node[]): Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) {
    if (isInline(node)) inlines.push(node);
    else if (node.type === "preformatted") inlines.push(text(shownText(node.text)));
    else {
      for (const block of partBlocks(node)) {
        if (!inlines.every(isBlankText)) {
          inlines.push({ type: "hardBreak" });
        }
        for (const inline of blockInlines(block)) inlines.push(inline);
      }
    }
  }
  return joinTexts(inlines);
}

/** The text of a block and of the blocks in it. */
export function blockText(block: Block): string {
  if (block.type === "math") return block.tex;
  return block.type === "codeBlock" ? block.text : plainText(blockInlines(block));
}

export function isEmptyBlock(block: Block): boolean {
  return block.type === "paragraph" && block.children.length === 0;
}

const PARTS: ReadonlySet<string> = new Set(
  "preformatted item cell row summary caption option tex annotation semantics term definition".split(" "),
);

function isInline(node: Node): node is Inline {
  return !isBlock(node) && !PARTS.has(node.type);
}

/** The blocks of a part of a list or table that is outside of any list or table. */
function partBlocks(node: Exclude<Node, Inline>): Block[] {
  switch (node.type) {
    case "preformatted":
      return toBlocks([text(shownText(node.text))]);
    case "item":
    case "cell":
    case "summary":
    case "caption":
    case "option":
    case "term":
    case "definition":
      return toBlocks(node.nodes);
    case "tex":
      return [{ type: "math", tex: node.tex }];
    case "annotation":
      return [];
    case "semantics":
      return toBlocks(node.nodes);
    case "row":
      return node.cells.flatMap((cell) => toBlocks(cell.nodes));
    default:
      return [node];
  }
}

function blockInlines(block: Block): Inline[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [...block.children];
    case "blockQuote":
      return toInlines(block.children);
    case "callout":
      return joinLines([calloutHead(block), toInlines(block.children)]);
    case "figure":
      return joinLines([toInlines(block.children), [...block.caption]]);
    case "transclusion":
      return joinLines([[text(block.title)], toInlines(block.children)]);
    case "details":
      return [...block.summary, { type: "hardBreak" }, ...toInlines(block.children)];
    case "definitionList":
      return joinLines(
        block.items.flatMap(({ terms, definitions }) => [
          ...terms,
          ...definitions.map((one) => toInlines(one)),
        ]),
      );
    case "list":
      return joinLines(block.items.map((item) => [text("• "), ...toInlines(item.children)]));
    case "codeBlock":
      return [{ type: "codeSpan", text: block.text }];
    case "math":
      return [{ type: "inlineMath", tex: block.tex }];
    case "table":
      return joinLines(
        [block.header, ...block.rows].map((row) => row.flatMap((cell) => [...cell, text(" ")])),
      );
    case "thematicBreak":
      return [];
  }
}

/** The first line of a callout: its kind, and its title if there is one. */
export function calloutHead(callout: Callout): Inline[] {
  const { kind, title } = callout;
  if (isTheorem(kind)) return [{ type: "strong", children: theoremHead(callout) }];
  const name = text(kind.toUpperCase() + (title.length === 0 ? "" : ": "));
  return [{ type: "strong", children: [name, ...title] }];
}

function joinLines(lines: readonly (readonly Inline[])[]): Inline[] {
  return lines.flatMap((line, index): Inline[] =>
    index === 0 ? [...line] : [{ type: "hardBreak" }, ...line],
  );
}

/** Inlines without blanks and hard breaks at both ends. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  let start = 0;
  let end = inlines.length;
  while (start < end && isBlank(inlines[start]!)) start++;
  while (end > start && isBlank(inlines[end - 1]!)) end--;
  return inlines.slice(start, end).map((inline, index, kept) => {
    if (inline.type !== "text") return inline;
    const left = index === 0 ? inline.text.replace(/^[ \t]+/, "") : inline.text;
    return text(index === kept.length - 1 ? withoutBlanksAtEnd(left) : left);
  });
}

/** This is a loop, because a regular expression would scan a run of blanks again from each of them. */
function withoutBlanksAtEnd(content: string): string {
  let end = content.length;
  while (content[end - 1] === " " || content[end - 1] === "\t") end--;
  return content.slice(0, end);
}

function isBlank(inline: Inline): boolean {
  return (
    inline.type === "hardBreak" ||
    (inline.type === "text" && inline.text.trim() === "" && !inline.text.includes("\u00a0"))
  );
}
