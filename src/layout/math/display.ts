/**
 * A formula that stands by itself: rows of cells.
 *
 *            n
 *     f(x) = ∑  aᵢxⁱ          (1)       the tag at the right
 *           i=0
 *
 * A formula wider than the page is broken (`breaking.ts`). If a part is still too wide, the formula is written in one dimension and
 * broken there. A matrix is cut, with an ellipsis.
 */
import { takeColumns, widest, width } from "../../text/width.ts";
import { arrayBox, isAligned, isCases } from "./arrays.ts";
import { beside, blankBox, type Box, stacked, textOf } from "./box.ts";
import { brokenLines, brokenText, stackedLines } from "./breaking.ts";
import { type ArrayNode, bodyOf, type FormulaNode } from "./formula.ts";
import { piecesOf } from "./inline.ts";
import { itemsOf, settingOf } from "./items.ts";
import { spaced, spacedBox } from "./spacing.ts";
import { ifNotTooLarge } from "./work.ts";

export interface MathDisplay {
  /** From top to bottom, each at most as wide as requested, without trailing blanks. */
  readonly rows: readonly string[];
  /** Width of the block to centre, in columns: that of the widest row, or all columns if there is a tag. */
  readonly columns: number;
  /** Unbroken width of the formula without its tags, in columns. */
  readonly natural: number;
  /** Whether a part of the formula is cut off. */
  readonly isCut: boolean;
}

/** A tag, the row beside which it stands, and the last row of its formula, after which a separate row for the tag may follow. */
interface Tag {
  readonly row: number;
  readonly end: number;
  readonly text: string;
}

interface Drawn {
  readonly box: Box;
  readonly tags: readonly Tag[];
}

/** Blanks between a formula and its tag if the width is unlimited. */
const TAG_GAP = 4;

/** The formula in rows of at most `columns`, which may be `Infinity`; undefined if the formula is too large. */
export function displayFormula(nodes: readonly FormulaNode[], columns: number): MathDisplay | undefined {
  return ifNotTooLarge(() => display(nodes, columns));
}

function display(nodes: readonly FormulaNode[], columns: number): MathDisplay {
  const drawn = drawnFormula(nodes);
  const natural = drawn.box.columns;
  if (natural <= columns) return finished(drawn, columns, natural, false);
  const broken = brokenFormula(nodes, columns);
  if (broken !== undefined) return finished(broken, columns, natural, false);
  return finished({ ...drawn, box: cutBox(drawn.box, columns) }, columns, natural, true);
}

/** The formula at its natural width. */
function drawnFormula(nodes: readonly FormulaNode[]): Drawn {
  const setting = settingOf(false);
  const { body, tag } = withoutTag(nodes);
  const array = soleArray(body);
  if (array === undefined) {
    const lines = linesOf(body).map((line) => spacedBox(spaced(itemsOf(line, setting), setting)));
    const box = lines.length === 1 ? lines[0]! : stacked(lines, 0);
    return { box, tags: wholeTag(box, tag) };
  }
  const { box, baselines, ends } = arrayBox(array, setting);
  const own = baselines.flatMap((row, index) => rowTag(array, index, row, ends[index] ?? row));
  return { box, tags: [...own, ...wholeTag(box, tag)] };
}

function wholeTag(box: Box, text: string | undefined): Tag[] {
  return text === undefined ? [] : [{ row: box.baseline, end: box.rows.length - 1, text }];
}

function withoutTag(nodes: readonly FormulaNode[]): { body: readonly FormulaNode[]; tag?: string } {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  if (only?.type !== "tag") return { body: nodes };
  return { body: only.body, tag: tagText(only.tag) };
}

function tagText(nodes: readonly FormulaNode[]): string {
  const setting = settingOf(true);
  return textOf(spacedBox(spaced(itemsOf(nodes, setting), setting)));
}

function rowTag(array: ArrayNode, index: number, row: number, end: number): Tag[] {
  const tag = array.tags?.[index];
  return tag === undefined || typeof tag === "boolean" ? [] : [{ row, end, text: tagText(tag) }];
}

/** The tags of the rows of the outermost array, in order; empty for a row without a tag that could have a number. */
export function rowTags(nodes: readonly FormulaNode[]): string[] {
  const tags = soleArray(withoutTag(nodes).body)?.tags ?? [];
  return tags.flatMap((tag) => (tag === false ? [] : [tag === true ? "" : tagText(tag)]));
}

/** The array that makes up a whole formula, such as `\begin{align}`, alone or as the content of an equation. */
function soleArray(nodes: readonly FormulaNode[]): ArrayNode | undefined {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  if (only?.type === "styling" || only?.type === "ordgroup") return soleArray(only.body);
  if (only?.type !== "array") return undefined;
  const cell = only.body.length === 1 && only.body[0]!.length === 1 ? only.body[0]! : [];
  const isTagged = only.tags?.some((tag) => typeof tag !== "boolean") === true;
  return (isTagged ? undefined : soleArray(cell)) ?? only;
}

/** The lines between `\\` outside any array. */
function linesOf(nodes: readonly FormulaNode[]): FormulaNode[][] {
  const lines: FormulaNode[][] = [[]];
  for (const node of nodes) {
    if (node.type === "cr") lines.push([]);
    else lines.at(-1)!.push(node);
  }
  return lines.length > 1 && lines.at(-1)!.length === 0 ? lines.slice(0, -1) : lines;
}

/** The formula, broken into lines; undefined if a line is still too wide. */
function brokenFormula(nodes: readonly FormulaNode[], columns: number): Drawn | undefined {
  const { body, tag } = withoutTag(nodes);
  const array = soleArray(body);
  const isRows = array !== undefined && isAligned(array);
  if (array !== undefined && !isRows) return undefined;
  const formulas = isRows ? array.body : linesOf(body);
  const left = isRows ? leftColumns(array, columns) : 0;
  const boxes: Box[] = [];
  for (const formula of formulas) {
    const own = isRows ? brokenRow(formula, columns, left) : brokenLine(formula, columns);
    if (own === undefined) return undefined;
    boxes.push(own);
  }
  const { box, ends } = stackedLines(boxes);
  const tags = isRows ? ends.flatMap((end, index) => rowTag(array, index, end, end)) : [];
  const last = box.rows.length - 1;
  if (tag !== undefined) tags.push({ row: last, end: last, text: tag });
  return { box, tags };
}

function brokenLine(formula: readonly FormulaNode[], columns: number): Box | undefined {
  const setting = settingOf(false);
  const lines = brokenLines(spaced(itemsOf(formula, setting), setting), columns);
  if (lines !== undefined || hasMatrix(formula)) return lines;
  return brokenText(piecesOf(formula, "before"), columns);
}

/** Width of the widest left side of aligned rows, in columns; 0 if it takes more than a third of the line. */
function leftColumns({ body }: ArrayNode, columns: number): number {
  const sides = body.map((cells) => (cells.length > 1 ? cellColumns(cells.slice(0, 1)) : 0));
  const most = sides.reduce((all, own) => Math.max(all, own), 0);
  return most <= columns / 3 ? most : 0;
}

function cellColumns(nodes: readonly FormulaNode[]): number {
  const setting = settingOf(false);
  return spacedBox(spaced(itemsOf(nodes, setting), setting)).columns;
}

/**
 * An aligned row, its left side right-aligned in `left` columns; a row without a left side begins behind them. Each pair of
 * cells is a formula; if the pairs do not fit on one line, each gets lines of its own.
 */
function brokenRow(cells: readonly FormulaNode[], columns: number, left: number): Box | undefined {
  if (cells.length > 2 && cellColumns(joinedCells(cells)) > columns) {
    const pairs = cells.flatMap((_, index) =>
      index % 2 === 0 ? [brokenRow(cells.slice(index, index + 2), columns, index === 0 ? left : 0)] : [],
    );
    return pairs.includes(undefined) ? undefined : stackedLines(pairs.filter((own) => own !== undefined)).box;
  }
  const own = cells.length > 1 ? cellColumns(cells.slice(0, 1)) : left;
  const indent = Math.max(0, left - own) + (own === 0 ? 1 : 0);
  const box = brokenLine(joinedCells(cells), columns - indent);
  return box && beside([blankBox(indent), box]);
}

function joinedCells(cells: readonly FormulaNode[]): FormulaNode[] {
  return cells.flatMap((cell, index) =>
    index > 0 && index % 2 === 0 ? [QUAD, ...cellBody(cell)] : cellBody(cell),
  );
}

/** The nodes of a cell, without the group around them. */
function cellBody(cell: FormulaNode): readonly FormulaNode[] {
  return cell.type === "styling" ? cell.body.flatMap(bodyOf) : bodyOf(cell);
}

/** The gap between the pairs of columns of aligned rows. */
const QUAD: FormulaNode = { type: "kern", mode: "math", dimension: { number: 1, unit: "em" } };

/** Whether it has an outermost array that can't be read on one row, unlike cases. */
function hasMatrix(nodes: readonly FormulaNode[]): boolean {
  return nodes.some((node) => {
    if (node.type === "array") return !isAligned(node) && !isCases(node);
    if (node.type === "supsub") return hasMatrix(bodyOf(node.base));
    const isTransparent = ["ordgroup", "styling", "leftright", "mclass", "color"].includes(node.type);
    return (
      isTransparent && "body" in node && Array.isArray(node.body) && hasMatrix(node.body as FormulaNode[])
    );
  });
}

/** The left part of each row, with an ellipsis if the rest is missing. */
function cutBox(box: Box, columns: number): Box {
  const most = Math.max(0, columns - 1);
  const rows = box.rows.map((row) => {
    const kept = takeColumns(row, most);
    return columns > 0 && row.slice(kept.length).trim() !== "" ? `${kept}…` : kept;
  });
  return { ...box, rows, columns };
}

function finished(drawn: Drawn, columns: number, natural: number, isCut: boolean): MathDisplay {
  const rows = tagged(drawn, columns).map((row) => row.trimEnd());
  return { rows, columns: Math.min(columns, widest(rows)), natural, isCut };
}

/** The rows with their tags: the formula centred, the tag at the right, or on a row of its own if there is no room beside. */
function tagged({ box, tags }: Drawn, columns: number): readonly string[] {
  if (tags.length === 0) return box.rows;
  const most = widest(tags.map(({ text }) => text));
  if (columns === Infinity) {
    return box.rows.map(
      (row, index) =>
        row +
        tags
          .filter((tag) => tag.row === index)
          .map(({ text }) => " ".repeat(TAG_GAP) + text)
          .join(""),
    );
  }
  const free = columns - box.columns;
  const hasRoom = free - most >= 2;
  const before = hasRoom ? Math.max(0, Math.min(Math.floor(free / 2), free - most - 2)) : 0;
  const hasRoomAt = ({ row, text }: Tag): boolean =>
    hasRoom || columns - before - width((box.rows[row] ?? "").trimEnd()) - width(text) >= 2;
  // A tag's own row must not separate the rows of a fraction.
  const placed = tags.map((tag) => ({ text: tag.text, row: hasRoomAt(tag) ? tag.row : tag.end }));
  return box.rows.flatMap((row, index) => {
    const own = " ".repeat(before) + row;
    const text = placed.find((tag) => tag.row === index)?.text;
    if (text === undefined) return [own];
    const shown = width(text) > columns ? takeColumns(text, columns) : text;
    const used = width(own.trimEnd());
    if (hasRoom || columns - used - width(shown) >= 2)
      return [own.trimEnd() + " ".repeat(Math.max(0, columns - used - width(shown))) + shown];
    return [own, " ".repeat(columns - width(shown)) + shown];
  });
}
