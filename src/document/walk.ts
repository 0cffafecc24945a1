/**
 * The only walk of the tree: the content of blocks and inlines, and the functions for whole
 * documents that are built on it.
 *
 *     list ─ childBlocks ─▶ paragraph ─ inlineRuns ─▶ [text, link, citation] ─ childInlines ─▶ [text]
 *
 * A new kind of block or inline must be added here: both switches are exhaustive, so the
 * compiler reports a missing one.
 */
import type { Block, Citation, Document, Inline, List, MineOfBlock } from "./document.ts";
import { isBlock } from "./nodes.ts";

/** The blocks directly within a block, in reading order. */
export function childBlocks(block: Block): readonly Block[] {
  switch (block.type) {
    case "blockQuote":
    case "callout":
    case "details":
    case "figure":
    case "transclusion":
      return block.children;
    case "definitionList":
      return block.items.flatMap(({ definitions }) => definitions.flat());
    case "list":
      return block.items.flatMap(({ children }) => children);
    case "paragraph":
    case "heading":
    case "table":
    case "codeBlock":
    case "math":
    case "thematicBreak":
      return [];
  }
}

/** The runs of inlines directly within a block, in reading order: a paragraph's text, a table's cells, a summary. */
export function inlineRuns(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [block.children];
    case "callout":
      return block.title.length > 0 ? [block.title] : [];
    case "definitionList":
      return block.items.flatMap(({ terms }) => terms);
    case "details":
      return [block.summary];
    case "figure":
      return [block.caption];
    case "table":
      return [block.header, ...block.rows].flat();
    case "codeBlock":
    case "math":
      return block.mine ? [citedOn(block.mine)] : [];
    case "blockQuote":
    case "transclusion":
    case "list":
    case "thematicBreak":
      return [];
  }
}

/** The citations of the user's notes on a block that has no inlines. */
export function citedOn(mine: MineOfBlock | undefined): Citation[] {
  return mine ? mine.ranges.flatMap(({ cites = [] }) => cites) : [];
}

/** The inlines directly within an inline. */
export function childInlines(inline: Inline): readonly Inline[] {
  switch (inline.type) {
    case "text":
    case "codeSpan":
    case "inlineMath":
    case "shortcode":
    case "image":
    case "hardBreak":
    case "citation":
    case "wikiLink":
      return [];
    default:
      return inline.children;
  }
}

/** Every block among `blocks` and within them, each before its content. */
export function blocksIn(blocks: readonly Block[]): Generator<Block> {
  return nodesIn(blocks, childBlocks);
}

/** Every inline among `inlines` and within them, each before its content. */
export function inlinesIn(inlines: readonly Inline[]): Generator<Inline> {
  return nodesIn(inlines, childInlines);
}

/** This does not recurse, so that neither the time nor the stack grows with the depth of the tree. */
function* nodesIn<Node>(
  nodes: readonly Node[],
  childrenOf: (node: Node) => readonly Node[],
): Generator<Node> {
  const open: Iterator<Node>[] = [nodes.values()];
  for (let inner = open.at(-1); inner; inner = open.at(-1)) {
    const { done, value } = inner.next();
    if (done === true) open.pop();
    else {
      yield value;
      const children = childrenOf(value);
      if (children.length > 0) open.push(children.values());
    }
  }
}

/** Whether a document's tree has more than `most` levels, blocks and inlines together. */
export function isDeeperThan(most: number, { blocks, notes }: Document): boolean {
  return [blocks, ...notes.map((note) => note.blocks)].flat().some((block) => hasLevels(block, most));
}

/** Whether a node has content `levels` levels deep. It calls itself only for these levels. */
function hasLevels(node: Block | Inline, levels: number): boolean {
  if (levels === 0) return true;
  if (!isBlock(node)) return haveLevels(childInlines(node), levels - 1);
  return (
    haveLevels(childBlocks(node), levels - 1) || inlineRuns(node).some((run) => haveLevels(run, levels - 1))
  );
}

function haveLevels(nodes: readonly (Block | Inline)[], levels: number): boolean {
  for (const node of nodes) if (hasLevels(node, levels)) return true;
  return false;
}

/** Every inline of `blocks`, in reading order. */
export function* inlinesOf(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocksIn(blocks)) for (const run of inlineRuns(block)) yield* inlinesIn(run);
}

/** Every block of a document, notes included: the body's first. */
export function* allBlocks({ blocks, notes }: Document): Generator<Block> {
  yield* blocksIn(blocks);
  for (const note of notes) yield* blocksIn(note.blocks);
}

/** Numbers of the notes that are cited among these inlines, once each, in order of their first citation there. */
export function citedIn(inlines: Iterable<Inline>): number[] {
  const numbers = new Set<number>();
  for (const inline of inlines) if (inline.type === "citation") numbers.add(inline.number);
  return [...numbers];
}

/** Numbers of the notes whose first citation in the document is among these inlines; they are shown there. */
export function firstCitedIn(inlines: Iterable<Inline>): number[] {
  const numbers: number[] = [];
  for (const inline of inlines) if (inline.type === "citation" && inline.first) numbers.push(inline.number);
  return numbers;
}

/** Notes, and after each the notes that it is the first to cite, and theirs. */
export function withTheirNotes(cited: readonly number[], { notes }: Document): number[] {
  const all: number[] = [];
  const waiting = [...cited].reverse();
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    all.push(number);
    for (const theirs of firstCitedIn(inlinesOf(notes[number - 1]?.blocks ?? [])).reverse())
      waiting.push(theirs);
  }
  return all;
}

/** The functions that change the content directly within a block. */
export interface Change {
  readonly block: (block: Block) => Block;
  readonly run: (inlines: readonly Inline[]) => readonly Inline[];
}

/** A block with the blocks and the runs of inlines directly within it changed, in reading order. */
export function withChanged(own: Block, { block, run }: Change): Block {
  switch (own.type) {
    case "paragraph":
    case "heading":
      return { ...own, children: run(own.children) };
    case "details":
      return { ...own, summary: run(own.summary), children: own.children.map(block) };
    case "figure":
      return { ...own, children: own.children.map(block), caption: run(own.caption) };
    case "callout":
      return { ...own, title: run(own.title), children: own.children.map(block) };
    case "blockQuote":
    case "transclusion":
      return { ...own, children: own.children.map(block) };
    case "definitionList":
      return {
        ...own,
        items: own.items.map(({ terms, definitions }) => ({
          terms: terms.map(run),
          definitions: definitions.map((blocks) => blocks.map(block)),
        })),
      };
    case "list":
      return { ...own, items: own.items.map((item) => ({ ...item, children: item.children.map(block) })) };
    case "table":
      return { ...own, header: own.header.map(run), rows: own.rows.map((row) => row.map(run)) };
    case "codeBlock":
    case "math":
    case "thematicBreak":
      return own;
  }
}

/** A document with each inline replaced by the result of `change`, from the innermost outwards, in reading order. */
export function mapInlines(document: Document, change: (inline: Inline) => Inline): Document {
  return expandInlines(document, (inline) => [change(inline)]);
}

/** As `mapInlines`, with any number of inlines in the place of each. */
export function expandInlines(document: Document, change: (inline: Inline) => readonly Inline[]): Document {
  const inlines = (own: Inline): readonly Inline[] => {
    const children = childInlines(own);
    return change(children.length === 0 ? own : ({ ...own, children: run(children) } as Inline));
  };
  const run = (own: readonly Inline[]): Inline[] => own.flatMap(inlines);
  const block = (own: Block): Block => withChanged(own, { block, run });
  return {
    ...document,
    blocks: document.blocks.map(block),
    notes: document.notes.map((note) => ({ ...note, blocks: note.blocks.map(block) })),
  };
}

/** A formula, and whether it is a display. */
export interface Formula {
  readonly tex: string;
  readonly display: boolean;
  /** TeX to show instead, if this does not parse. */
  readonly presented?: string | undefined;
}

/** Every formula of a document in order, including those in notes, after the macros that the front matter defines. */
export function* formulasIn(document: Document): Generator<Formula> {
  if (document.macros !== undefined) yield { tex: document.macros, display: true };
  for (const block of allBlocks(document)) {
    if (block.type === "math") yield { tex: block.tex, display: true, presented: block.presented };
    for (const run of inlineRuns(block))
      for (const inline of inlinesIn(run))
        if (inline.type === "inlineMath")
          yield { tex: inline.tex, display: false, presented: inline.presented };
  }
}

/** Whether a document contains mathematics; only then its parser is loaded. */
export function holdsMath(document: Document): boolean {
  return formulasIn(document).next().done === false;
}

/** The number of each item of a list, counted from its first one; an item may have its own number. */
export function itemNumbers({ start = 1, items }: List): number[] {
  let next = start;
  return items.map(({ number = next }) => {
    next = number + 1;
    return number;
  });
}

/** Whether a document contains code in a named language; only then a highlighter is loaded. */
export function holdsCode(document: Document): boolean {
  for (const block of allBlocks(document))
    if (block.type === "codeBlock" && block.language !== "") return true;
  return false;
}
