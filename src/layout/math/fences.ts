/**
 * Delimiters around a formula: `\left … \middle … \right` and `\big`, stretched to the height of their content.
 */
import { textBox } from "./box.ts";
import { delimiterOf, enclosed } from "./delimiters.ts";
import type { LeftRightNode, MiddleNode, SizedDelimiterNode } from "./formula.ts";
import { item, type Item, type ItemClass, type Setting } from "./setting.ts";
import { around, centredIfBroken } from "./narrow.ts";
import { listBox, spaced } from "./spacing.ts";
import { width } from "../../text/width.ts";

export function bigDelimiter(node: MiddleNode | SizedDelimiterNode): Item {
  const sign = delimiterOf(node.delim);
  const given = node.type === "middle" ? "rel" : (node.mclass.slice(1) as ItemClass);
  return { ...item(textBox(sign), given), big: { sign, with: (delimiter) => delimiter } };
}

/** The items of a fence on one row: delimiters and content join the surrounding list, so that a line may end between them. */
export function fencedItems(node: LeftRightNode, setting: Setting): readonly Item[] {
  const isBraced = isOpenBrace(node) && node.body.length === 1 && node.body[0]?.type === "array";
  const items = setting.items(node.body, isBraced ? { ...setting, isBraced } : setting);
  const [left, right] = delimitersOf(node, setting);
  if (left === "" && right === "") return [{ ...item(listBox(items, setting)), parts: items }];
  return [...delimiter(left, "open"), ...items, ...delimiter(right, "close")];
}

/** The two delimiters; on one row, a brace without a partner, as before cases, gets a closing brace. */
function delimitersOf(node: LeftRightNode, setting: Setting): readonly [string, string] {
  const right = setting.isInline && isOpenBrace(node) ? "}" : delimiterOf(node.right);
  return [delimiterOf(node.left), right];
}

function isOpenBrace({ left, right }: LeftRightNode): boolean {
  return delimiterOf(left) === "{" && right === ".";
}

export function fencedItem(node: LeftRightNode, setting: Setting): Item {
  const isBraced = [node.left, node.right].some((own) => /[{}]/.test(delimiterOf(own)));
  const items = setting.items(node.body, { ...setting, isBraced: isBraced && node.body.length === 1 });
  const isLines = items.length !== 1;
  const body = listBox(items, setting);
  const [left, right] = delimitersOf(node, setting);
  const box = around(body, width(left) + width(right), (inner) =>
    enclosed(left, isLines ? centredIfBroken(inner, body) : inner, right),
  );
  if (left === "" && right === "") return { ...item(box), parts: items };
  const pieces = spaced([...delimiter(left, "open"), ...items, ...delimiter(right, "close")], setting);
  const own = { ...item(box, left === "" ? "ord" : "open"), pieces };
  return { ...own, rightClass: right === "" ? "ord" : "close" };
}

function delimiter(sign: string, given: "open" | "close"): readonly Item[] {
  return sign === "" ? [] : [item(textBox(sign), given)];
}
