/**
 * Adds something to the first or the last inlines of blocks: a link for an HTML link around
 * blocks, a note after a block.
 */
import type { Block, Inline } from "../document.ts";
import { plainText } from "../spelling.ts";
import { toBlocks } from "../flow.ts";
import type { Node } from "../nodes.ts";
import { inlinesIn, withChanged } from "../walk.ts";

/**
 * Wraps the first inlines that have text; those of a heading are preferred. An inline element around
 * blocks can't contain them in the tree. A part that waits for the element around it is not wrapped
 * itself, only its content.
 */
export function wrappedAtFirst(
  nodes: readonly Node[],
  wrap: (children: readonly Inline[]) => Inline,
): readonly Node[] {
  return wrapFirst(nodes, wrap, true) ?? wrapFirst(nodes, wrap, false) ?? nodes;
}

/** As `wrappedAtFirst`, only in headings or in every block; undefined if none has text. */
function wrapFirst(
  nodes: readonly Node[],
  wrap: (children: readonly Inline[]) => Inline,
  inHeading: boolean,
): readonly Node[] | undefined {
  let isDone = false;
  const run = (inlines: readonly Inline[]): readonly Inline[] => {
    if (isDone || !says(inlines)) return inlines;
    isDone = true;
    return [wrap(inlines)];
  };
  const block = (own: Block): Block => {
    if (isDone) return own;
    const others = (inlines: readonly Inline[]): readonly Inline[] => inlines;
    return withChanged(own, { block, run: inHeading && own.type !== "heading" ? others : run });
  };
  const part = (node: Node): readonly Node[] => {
    if (isDone) return [node];
    if ("nodes" in node) return [{ ...node, nodes: content(node.nodes) }];
    if (node.type === "row")
      return [{ ...node, cells: node.cells.map((cell) => ({ ...cell, nodes: content(cell.nodes) })) }];
    return toBlocks([node]).map(block);
  };
  /** Neighbouring inlines are one paragraph. */
  const content = (own: readonly Node[]): readonly Node[] =>
    own.some((node) => "nodes" in node || node.type === "row") ? own.flatMap(part) : toBlocks(own).map(block);
  const changed = content(nodes);
  return isDone ? changed : undefined;
}

function says(inlines: readonly Inline[]): boolean {
  if (plainText(inlines).trim() !== "") return true;
  for (const { type } of inlinesIn(inlines)) if (type === "image") return true;
  return false;
}

/** A block with its last inlines changed; undefined if it does not end with inlines, like code. */
export function withEnd(
  own: Block,
  change: (inlines: readonly Inline[]) => readonly Inline[],
): Block | undefined {
  const last = <T>(all: readonly T[], one: (last: T) => T | undefined): T[] | undefined => {
    const changed = all.length === 0 ? undefined : one(all.at(-1)!);
    return changed && [...all.slice(0, -1), changed];
  };
  const within = (blocks: readonly Block[]): Block[] | undefined =>
    last(blocks, (block) => withEnd(block, change));
  switch (own.type) {
    case "paragraph":
    case "heading":
      return { ...own, children: change(own.children) };
    case "figure":
      return { ...own, caption: change(own.caption) };
    case "blockQuote":
    case "callout":
    case "details": {
      const children = within(own.children);
      return children && { ...own, children };
    }
    case "list": {
      const items = last(own.items, (item) => {
        const children = within(item.children);
        return children && { ...item, children };
      });
      return items && { ...own, items };
    }
    case "definitionList": {
      const items = last(own.items, (item) => {
        const definitions = last(item.definitions, within);
        return definitions && { ...item, definitions };
      });
      return items && { ...own, items };
    }
    default:
      return undefined;
  }
}
