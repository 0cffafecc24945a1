/**
 * HTML's lists, tables, details and preformatted text as blocks.
 */
import { visibleLines } from "../text/visible.ts";
import { type Block, plainText } from "./document.ts";
import { blockText, isEmptyBlock, toBlocks, toInlines, trimInlines } from "./flow.ts";
import { decode, text } from "./inlines.ts";
import { isBlock, type Node } from "./nodes.ts";

export function list(nodes: readonly Node[], start?: number): Block {
  const items = runsOfItems(nodes)
    .map((own) => ({ children: toBlocks(own) }))
    .filter((item) => item.children.length > 0);
  const tight = items.every((item) => item.children.filter((block) => block.type === "paragraph").length < 2);
  return { type: "list", tight, items, ...(start !== undefined && { start }) };
}

/** The content of each item; what stands between items, where it should not, is an item of its own. */
function runsOfItems(nodes: readonly Node[]): (readonly Node[])[] {
  const runs: Node[][] = [[]];
  for (const node of nodes) {
    if (node.type === "item") runs.push([...node.nodes], []);
    else runs.at(-1)!.push(node);
  }
  return runs;
}

export function preformatted(nodes: readonly Node[]): string {
  const content = nodes
    .map((node) => {
      if (node.type === "preformatted") return decode(node.text);
      return isBlock(node) ? blockText(node) : plainText(toInlines([node]));
    })
    .join("");
  return visibleLines(content.replace(/^\n/, "").replace(/\n$/, ""));
}

export function details(nodes: readonly Node[]): Block {
  const summary = nodes.find((node) => node.type === "summary");
  const children = toBlocks(nodes.filter((node) => node.type !== "summary"));
  return {
    type: "details",
    summary: summary ? toInlines(summary.nodes) : [text("Details")],
    children: children.filter((block) => !isEmptyBlock(block)),
  };
}

/** What stands in a row outside its cells stands before the table, as in a browser. */
export function tableRow(nodes: readonly Node[]): readonly Node[] {
  const others = toBlocks(nodes.filter((node) => node.type !== "cell"));
  return [...others, { type: "row", cells: nodes.filter((node) => node.type === "cell") }];
}

export function table(nodes: readonly Node[]): readonly Node[] {
  const rows = nodes.filter((node) => node.type === "row").filter((row) => row.cells.length > 0);
  const others = toBlocks(nodes.filter((node) => node.type !== "row"));
  if (rows.length === 0) return others;
  const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const cells = rows.map((row) => {
    const filled = row.cells.map((cell) => trimInlines(toInlines(cell.nodes)));
    return [...filled, ...Array.from({ length: columns - filled.length }, () => [])];
  });
  const headed = rows[0]!.cells.every((cell) => cell.header);
  const header = headed ? cells[0]! : Array.from({ length: columns }, () => []);
  const align = Array.from({ length: columns }, () => undefined);
  return [...others, { type: "table", align, header, rows: headed ? cells.slice(1) : cells }];
}
