/**
 * Converts HTML's lists, tables, details and preformatted text to blocks.
 */
import type { Limits } from "../limits.ts";
import { visibleCode } from "../../text/visible.ts";
import type { Block, Inline, TableCell } from "../document.ts";
import { plainText } from "../spelling.ts";
import { blockText, isEmptyBlock, toBlocks, toInlines, trimInlines } from "../flow.ts";
import { decode } from "../../text/entities.ts";
import { text } from "../inlines.ts";
import { type Cell, isBlankText, isBlock, type Node } from "../nodes.ts";

export function list(nodes: readonly Node[], start?: number): Block {
  const items = runsOfItems(nodes)
    .map(({ number, nodes: own }) => ({ children: toBlocks(own), ...(number !== undefined && { number }) }))
    .filter((item) => item.children.length > 0);
  const tight = items.every((item) => item.children.filter((block) => block.type === "paragraph").length < 2);
  return { type: "list", tight, items, ...(start !== undefined && { start }) };
}

/** The content of each item; anything between items, which is a mistake, is an item too. */
function runsOfItems(nodes: readonly Node[]): { number?: number | undefined; nodes: Node[] }[] {
  const runs: { number?: number | undefined; nodes: Node[] }[] = [{ nodes: [] }];
  for (const node of nodes) {
    if (node.type === "item") runs.push({ number: node.number, nodes: [...node.nodes] }, { nodes: [] });
    else runs.at(-1)!.nodes.push(node);
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
  return visibleCode(content.replace(/^\n/, "").replace(/\n$/, ""));
}

/** Terms with their definitions; anything before the first term, which is a mistake, goes before the list. */
export function definitionList(nodes: readonly Node[]): readonly Node[] {
  const items: { terms: Inline[][]; definitions: Block[][] }[] = [];
  const others: Node[] = [];
  for (const node of nodes) {
    const last = items.at(-1);
    if (node.type === "term") {
      const term = trimInlines(toInlines(node.nodes));
      if (last && last.definitions.length === 0) last.terms.push(term);
      else items.push({ terms: [term], definitions: [] });
    } else if (node.type === "definition") {
      if (last) last.definitions.push(toBlocks(node.nodes));
      else others.push(node);
    } else if (!isBlankText(node)) others.push(node);
  }
  const before = toBlocks(others);
  return items.length === 0 ? before : [...before, { type: "definitionList", items }];
}

/** A figure with its caption; without a caption, its content. */
export function figure(nodes: readonly Node[]): readonly Node[] {
  const captions = nodes.flatMap((node) => (node.type === "caption" ? node.nodes : []));
  const caption = trimInlines(toInlines(captions));
  const children = toBlocks(nodes.filter((node) => node.type !== "caption"));
  if (caption.length === 0) return children;
  return children.length === 0 ? toBlocks(caption) : [{ type: "figure", children, caption }];
}

/** The options of a `<select>`, as a quiet sign: a browser shows one, and the others on a click. */
export function choices(nodes: readonly Node[]): readonly Node[] {
  const options = nodes
    .filter((node) => node.type === "option")
    .map((node) => plainText(toInlines(node.nodes)).trim());
  const named = options.filter((option) => option !== "");
  return named.length === 0 ? [] : [{ type: "shortcode", text: `‹${named.join(" / ")}›` }];
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

/** A row; anything in it outside its cells goes before the table, as in a browser. */
export function tableRow(nodes: readonly Node[]): readonly Node[] {
  const others = toBlocks(nodes.filter((node) => node.type !== "cell"));
  return [...others, { type: "row", cells: nodes.filter((node) => node.type === "cell") }];
}

export function table(nodes: readonly Node[], limits: Limits): readonly Node[] {
  const rows = nodes.filter((node) => node.type === "row").filter((row) => row.cells.length > 0);
  const others = toBlocks(nodes.filter((node) => node.type !== "row"));
  if (rows.length === 0) return others;
  const cells = gridOf(
    rows.map((row) => row.cells),
    limits,
  );
  if (!cells) return [...others, ...toBlocks(rows.flatMap((row) => row.cells))];
  const columns = cells[0]!.length;
  const headed = rows[0]!.cells.every((cell) => cell.header);
  const header = headed ? cells[0]! : Array.from({ length: columns }, () => []);
  const align = Array.from({ length: columns }, () => undefined);
  return [...others, { type: "table", align, header, rows: headed ? cells.slice(1) : cells }];
}

/**
 * The cells in their columns: a cell that spans several columns or rows is in the first one, and the others are empty. Undefined
 * beyond the bound on cells.
 */
function gridOf(rows: readonly (readonly Cell[])[], limits: Limits): TableCell[][] | undefined {
  const grid: TableCell[][] = rows.map(() => []);
  if (!limits.holds("cells", cellsIn(rows))) return undefined;
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column] !== undefined) column++;
      for (let down = 0; down < cell.rows && row + down < rows.length; down++) {
        for (let right = 0; right < cell.columns; right++) grid[row + down]![column + right] = [];
      }
      grid[row]![column] = trimInlines(toInlines(cell.nodes));
    }
  });
  const columns = grid.reduce((most, row) => Math.max(most, row.length), 0);
  if (!limits.holds("cells", columns * rows.length)) return undefined;
  return grid.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? []));
}

/** The number of cells, spans included. */
function cellsIn(rows: readonly (readonly Cell[])[]): number {
  let count = 0;
  rows.forEach((cells, row) => {
    for (const cell of cells) count += cell.columns * Math.min(cell.rows, rows.length - row);
  });
  return count;
}
