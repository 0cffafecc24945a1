/**
 * A formula that stands by itself: rows of cells.
 *
 *            n
 *     f(x) = ∑  aᵢxⁱ          (1)       the tag at the right
 *           i=0
 *
 * What is wider than the page is broken (`breaking.ts`), or else written on one row that is broken; what is still too wide
 * is cut, with an ellipsis.
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
  /** From top to bottom, none wider than asked, without blanks at their ends. */
  readonly rows: readonly string[];
  /** Columns of the widest row: what is centred is a block of as many. With a tag, all that were asked. */
  readonly columns: number;
  /** Columns that the formula would take, were there room, without its tags. */
  readonly natural: number;
  /** Whether something of it is not shown. */
  readonly isCut: boolean;
}

/** A tag, the row beside which it stands, and the last row of what it names: a row of its own may follow only there. */
interface Tag {
  readonly row: number;
  readonly end: number;
  readonly text: string;
}

interface Drawn {
  readonly box: Box;
  readonly tags: readonly Tag[];
}

/** Blanks between a formula and its tag, where there is no edge to set it at. */
const TAG_GAP = 4;

/** Rows of at most `columns`, which may be `Infinity`; undefined for a formula that is too large to be set. */
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

/** The formula as wide as it is. */
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

/** The array that is all of a formula, as `\begin{align}` makes it, alone or as all of an equation. */
function soleArray(nodes: readonly FormulaNode[]): ArrayNode | undefined {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  if (only?.type === "styling" || only?.type === "ordgroup") return soleArray(only.body);
  if (only?.type !== "array") return undefined;
  const cell = only.body.length === 1 && only.body[0]!.length === 1 ? only.body[0]! : [];
  const isTagged = only.tags?.some((tag) => typeof tag !== "boolean") === true;
  return (isTagged ? undefined : soleArray(cell)) ?? only;
}

/** Lines that are parted by `\\` outside of any array. */
function linesOf(nodes: readonly FormulaNode[]): FormulaNode[][] {
  const lines: FormulaNode[][] = [[]];
  for (const node of nodes) {
    if (node.type === "cr") lines.push([]);
    else lines.at(-1)!.push(node);
  }
  return lines.length > 1 && lines.at(-1)!.length === 0 ? lines.slice(0, -1) : lines;
}

/** The formula in more lines than it has by itself; undefined if even so a line is too wide. */
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

/** Columns of the widest left side of aligned rows, if it leaves most of the line; else 0. */
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
 * A row of aligned cells by itself, its left side at the right of so many columns; one without a left side begins under their
 * end. A pair of columns has a formula: of several, each stands on lines of its own where they do not fit on one.
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

/** What stands in a cell, out of the group that keeps it together. */
function cellBody(cell: FormulaNode): readonly FormulaNode[] {
  return cell.type === "styling" ? cell.body.flatMap(bodyOf) : bodyOf(cell);
}

/** Between the pairs of columns of aligned rows. */
const QUAD: FormulaNode = { type: "kern", mode: "math", dimension: { number: 1, unit: "em" } };

/** Whether it has an array at its outside that would not be understood on one row, as cases are. */
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

/** The left part of each row, and an ellipsis where something is missing. */
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

/** With a tag, the formula is centred between the edges; where there is no room beside it, the tag follows on its own row. */
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
  // A row between those of a fraction would part them.
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
