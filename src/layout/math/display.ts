/**
 * A display formula: rows of cells.
 *
 *            n
 *     f(x) = ∑  aᵢxⁱ          (1)       the tag at the right
 *           i=0
 *
 * A formula wider than the page is broken (`breaking.ts`), and its fractions, roots and brackets within. A
 * part that can't be broken, such as a matrix, is cut, with an ellipsis.
 */
import { takeColumns, widest, width } from "../../text/width.ts";
import { arrayBox } from "./arrays.ts";
import { type Box, stacked, textOf } from "./box.ts";
import type { ArrayNode, FormulaNode } from "./formula.ts";
import { itemsOf, settingOf } from "./items.ts";
import { stackedLines } from "./lines.ts";
import { narrowed } from "./narrow.ts";
import type { Setting } from "./setting.ts";
import { listBox } from "./spacing.ts";
import { ifSettable } from "./work.ts";

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

/**
 * A tag, the row of the formula to which it belongs, and the last row of the formula, after which a separate
 * row for the tag may follow.
 */
interface Tag {
  readonly row: number;
  readonly end: number;
  readonly text: string;
}

interface Drawn {
  readonly box: Box;
  readonly tags: readonly Tag[];
  readonly isCut: boolean;
  /** The formula in fewer columns. */
  readonly narrow?: (columns: number) => Drawn;
}

/** Blanks between a formula and its tag if the width is unlimited. */
const TAG_GAP = 4;

/** The formula in rows of at most `columns`, which may be `Infinity`; undefined if the formula is too large. */
export function displayFormula(nodes: readonly FormulaNode[], columns: number): MathDisplay | undefined {
  return ifSettable(() => display(nodes, columns));
}

function display(nodes: readonly FormulaNode[], columns: number): MathDisplay {
  const drawn = drawnFormula(nodes);
  const natural = drawn.box.columns;
  const shown = natural > columns ? (drawn.narrow?.(columns) ?? drawn) : drawn;
  return finished(shown, columns, natural);
}

/** The formula at its natural width. */
function drawnFormula(nodes: readonly FormulaNode[]): Drawn {
  const setting = settingOf(false);
  const { body, tag } = withoutTag(nodes);
  const array = soleArray(body);
  return array === undefined ? drawnLines(body, tag, setting) : drawnArray(array, tag, setting);
}

function drawnArray(array: ArrayNode, tag: string | undefined, setting: Setting): Drawn {
  const own = arrayBox(array, setting);
  const tags = (rows: readonly number[], ends: readonly number[]): Tag[] =>
    rows.flatMap((row, index) => rowTag(array, index, row, ends[index] ?? row));
  return {
    box: own.box,
    tags: [...tags(own.baselines, own.ends), ...wholeTag(own.box, tag)],
    isCut: false,
    narrow(columns) {
      const narrow = own.narrow?.(columns);
      const { box, isCut } = narrowed({ ...own.box, ...(narrow && { narrow: () => narrow }) }, columns);
      const ends = narrow?.ends ?? own.ends;
      return { box, tags: [...tags(ends, ends), ...tagUnder(box, tag)], isCut };
    },
  };
}

/** The lines between `\\` outside any array. */
function drawnLines(body: readonly FormulaNode[], tag: string | undefined, setting: Setting): Drawn {
  const lines = linesOf(body).map((line) => listBox(itemsOf(line, setting), setting));
  const box = lines.length === 1 ? lines[0]! : stacked(lines, 0);
  return {
    box,
    tags: wholeTag(box, tag),
    isCut: false,
    narrow(columns) {
      const parts = lines.map((line) => narrowed(line, columns));
      const { box: lower } = stackedLines(parts.map((part) => part.box));
      return { box: lower, tags: tagUnder(lower, tag), isCut: parts.some(({ isCut }) => isCut) };
    },
  };
}

function wholeTag(box: Box, text: string | undefined): Tag[] {
  return text === undefined ? [] : [{ row: box.baseline, end: box.rows.length - 1, text }];
}

/** The tag of a broken formula, which is beside its last row. */
function tagUnder({ rows }: Box, text: string | undefined): Tag[] {
  return text === undefined ? [] : [{ row: rows.length - 1, end: rows.length - 1, text }];
}

function withoutTag(nodes: readonly FormulaNode[]): { body: readonly FormulaNode[]; tag?: string } {
  const only = nodes.length === 1 ? nodes[0] : undefined;
  if (only?.type !== "tag") return { body: nodes };
  return { body: only.body, tag: tagText(only.tag) };
}

function tagText(nodes: readonly FormulaNode[]): string {
  const setting = settingOf(true);
  return textOf(listBox(itemsOf(nodes, setting), setting));
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

function finished(drawn: Drawn, columns: number, natural: number): MathDisplay {
  const rows = tagged(drawn, columns).map((row) => row.trimEnd());
  return { rows, columns: Math.min(columns, widest(rows)), natural, isCut: drawn.isCut };
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
