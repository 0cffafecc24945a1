/**
 * Delimiters around a formula: `\left … \middle … \right` and `\big`, stretched to the height of their content.
 */
import { beside, textBox } from "./box.ts";
import { delimiterOf, stretched } from "./delimiters.ts";
import type { LeftRightNode, MiddleNode, SizedDelimiterNode } from "./formula.ts";
import { item, type Item, type ItemClass, type Setting } from "./setting.ts";
import { listBox } from "./spacing.ts";

export function bigDelimiter(node: MiddleNode | SizedDelimiterNode): Item {
  const sign = delimiterOf(node.delim);
  const given = node.type === "middle" ? "rel" : (node.mclass.slice(1) as ItemClass);
  return { ...item(textBox(sign), given), big: { sign, with: (delimiter) => delimiter } };
}

/** The items of a fence on one row: delimiters and content join the surrounding list, so that a line may end between them. */
export function fencedItems(node: LeftRightNode, setting: Setting): readonly Item[] {
  const items = setting.items(node.body, setting);
  const [left, right] = delimitersOf(node, setting);
  if (left === "" && right === "") return [{ ...item(listBox(items, setting)), parts: items }];
  return [
    ...(left === "" ? [] : [item(textBox(left), "open")]),
    ...items,
    ...(right === "" ? [] : [item(textBox(right), "close")]),
  ];
}

/** The two delimiters; on one row, a brace without a partner, as before cases, gets a closing brace. */
function delimitersOf(node: LeftRightNode, setting: Setting): readonly [string, string] {
  const left = delimiterOf(node.left);
  const isOpen = setting.isInline && left === "{" && node.right === ".";
  return [left, isOpen ? "}" : delimiterOf(node.right)];
}

export function fencedItem(node: LeftRightNode, setting: Setting): Item {
  const items = setting.items(node.body, setting);
  const body = listBox(items, setting);
  const [left, right] = delimitersOf(node, setting);
  const rows = body.rows.length;
  const box = beside([stretched(left, rows, body.baseline), body, stretched(right, rows, body.baseline)]);
  const isBare = left === "" && right === "";
  return isBare
    ? { ...item(box), parts: items }
    : { ...item(box, left === "" ? "ord" : "open"), rightClass: right === "" ? "ord" : "close" };
}
