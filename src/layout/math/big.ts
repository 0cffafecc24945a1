/**
 * Delimiters of `\\big` and `\\middle`, stretched to the height of their content: TeX's four sizes mean nothing in cells.
 */
import type { Box } from "./box.ts";
import { stretched } from "./delimiters.ts";
import type { Item, Setting } from "./setting.ts";

/** The items, with big delimiters as high as the content between a pair, or as the whole list. */
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

/** Rows above and below the baseline that the delimiter at an index must cover. */
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
