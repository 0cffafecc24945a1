/**
 * Arrays on one row: commas between cells, semicolons between rows.
 *
 *     (1, 2; 3, 4)      a matrix             {x if x > 0; −x otherwise}      cases
 *     (1, ; , 2)        with empty cells     {x + y = 3; x − y = 1}          a system of equations
 *     ((a, b), c)       with a list in a cell
 */
import { textOf } from "./box.ts";
import type { ArrayNode } from "./formula.ts";
import { isVisible } from "./operands.ts";
import type { Setting, Spaced } from "./setting.ts";
import { listBox } from "./spacing.ts";

/** A cell as text, and what it was set from. */
export interface CellText {
  readonly text: string;
  readonly list: readonly Spaced[];
}

/** Whether the columns are parts of one formula, as in aligned rows. */
export function isAligned(node: ArrayNode): boolean {
  return /^(?:align|alignat|gather|split)$/.test(node.colSeparationType ?? "");
}

/** Whether it is `cases`: KaTeX gives them a gap of one em after the first column. */
export function isCases(node: ArrayNode): boolean {
  const first = node.cols?.[0];
  return node.colSeparationType === undefined && first?.pregap === 0 && first.postgap === 1;
}

/** The array's cells as one text. */
export function arrayText(
  node: ArrayNode,
  cells: readonly (readonly CellText[])[],
  setting: Setting,
): string {
  const rows = cells.map((row, index) => textOfRow(node, row, setting) + tagText(node, index, setting));
  // A row that continues the formula above begins with an empty cell.
  const isContinued = cells.map((row) => isAligned(node) && row.length > 1 && row[0]?.text === "");
  const isMissing = (index: number): boolean => isAligned(node) && rows[index] === "";
  return rows
    .map((row, index) => (index === 0 || isMissing(index) ? row : (isContinued[index] ? " " : "; ") + row))
    .join("");
}

function textOfRow(node: ArrayNode, row: readonly CellText[], setting: Setting): string {
  if (isAligned(node)) return alignedText(row);
  const texts = row.map(({ text }) => text.trim());
  if (node.colSeparationType === "CD") return texts.filter((text) => text !== "").join(" ");
  if (isCases(node) || setting.isBraced === true) return casesText(row);
  return texts.map((text) => (parts(text, ",;") ? `(${text})` : text)).join(", ");
}

/** Whether one of the signs, before a blank, is outside of all brackets: it would seem to end the cell or the row. */
function parts(text: string, signs: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if ("([{⟨".includes(sign)) depth++;
    else if (")]}⟩".includes(sign)) depth--;
    else if (depth <= 0 && signs.includes(sign) && text[at + 1] === " ") return true;
  }
  return false;
}

/** The tag that an author gives a row, after two blanks. */
function tagText({ tags }: ArrayNode, index: number, setting: Setting): string {
  const tag = tags?.[index];
  return tag === undefined || typeof tag === "boolean"
    ? ""
    : `  ${textOf(listBox(setting.items(tag, setting), setting))}`;
}

/** An aligned row on one line: each pair of columns is one formula. */
function alignedText(row: readonly CellText[]): string {
  return row
    .map(({ text }, index) => (index > 0 && index % 2 === 0 ? "  " : "") + text)
    .join("")
    .trim();
}

/** A case and its condition, with the word "if" between them unless the condition begins with one. */
function casesText([value, ...rest]: readonly CellText[]): string {
  const shown = [value?.text.trim() ?? "", ...rest.map(({ text }) => text.trim())].map((text) =>
    parts(text, ";") ? `(${text})` : text,
  );
  const condition = shown.slice(1).filter((text) => text !== "");
  if (condition.length === 0) return shown[0]!;
  const list = rest.find(({ text }) => text.trim() !== "")?.list ?? [];
  const link = isSaid(list, condition[0]!) ? " " : " if ";
  return (shown[0] + link + condition.join(" ")).trim();
}

/** Whether a condition needs no "if": it begins with a word, with ∀, or with a relation, as the right side of an equation. */
function isSaid(list: readonly Spaced[], text: string): boolean {
  const first = list.find(({ item }) => isVisible(item))?.item;
  if (first === undefined || first.class === "op") return false;
  return first.class === "rel" || first.isWord === true || /^(?:if|∀|\p{L}{4})/u.test(text);
}
