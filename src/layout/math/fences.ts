/**
 * Delimiters around a formula: `\left … \middle … \right`, and those of `\big`, which are made as high as what they enclose.
 */
import { beside, type Box, textBox } from "./box.ts";
import { delimiterOf, stretched } from "./delimiters.ts";
import type { LeftRightNode, MiddleNode, SizedDelimiterNode } from "./formula.ts";
import { item, type Item, type ItemClass, type Setting } from "./setting.ts";
import { listBox } from "./spacing.ts";

export function bigDelimiter(node: MiddleNode | SizedDelimiterNode): Item {
  const sign = delimiterOf(node.delim);
  const given = node.type === "middle" ? "rel" : (node.mclass.slice(1) as ItemClass);
  return { ...item(textBox(sign), given), big: { sign, with: (delimiter) => delimiter } };
}

export function fencedItem(node: LeftRightNode, setting: Setting): Item {
  const items = setting.items(node.body, setting);
  const body = listBox(items, setting);
  const left = delimiterOf(node.left);
  const isOpen = setting.isInline && left === "{" && node.right === ".";
  const right = isOpen ? "}" : delimiterOf(node.right);
  const rows = body.rows.length;
  const box = beside([stretched(left, rows, body.baseline), body, stretched(right, rows, body.baseline)]);
  const isBare = left === "" && right === "";
  return isBare ? item(box) : { ...item(box, left === "" ? "ord" : "open"), rightClass: right === "" ? "ord" : "close" };
}

/** The items with their big delimiters as high as what is between a pair of them, or as the list. */
export function heightened(items: readonly Item[], setting: Setting): Item[] {
  if (setting.isInline || !items.some(({ big }) => big !== undefined)) return [...items];
  const extents = extentsOf(items);
  return items.map((own, index) => {
    const { big, ...rest } = own;
    if (big === undefined) return own;
    const { above, below } = extents(index);
    return { ...rest, box: big.with(stretched(big.sign, above + 1 + below, above)) };
  });
}

interface Extent {
  readonly above: number;
  readonly below: number;
}

/** Rows above and below the baseline of what a delimiter at an index has to reach over. */
function extentsOf(items: readonly Item[]): (index: number) => Extent {
  const extents = new Map<number, Extent>();
  const whole = { above: 0, below: 0 };
  const open: { index: number; above: number; below: number }[] = [];
  const reach = (extent: { above: number; below: number }, box: Box): void => {
    extent.above = Math.max(extent.above, box.baseline);
    extent.below = Math.max(extent.below, box.rows.length - 1 - box.baseline);
  };
  items.forEach((own, index) => {
    reach(whole, own.box);
    const inner = open.at(-1);
    if (own.big !== undefined && own.class === "open") open.push({ index, above: 0, below: 0 });
    else if (own.big !== undefined && own.class === "close" && inner !== undefined) {
      open.pop();
      extents.set(inner.index, inner);
      extents.set(index, inner);
      const outer = open.at(-1);
      if (outer) {
        outer.above = Math.max(outer.above, inner.above);
        outer.below = Math.max(outer.below, inner.below);
      }
    } else if (inner !== undefined) reach(inner, own.box);
  });
  return (index) => extents.get(index) ?? whole;
}
