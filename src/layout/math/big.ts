/**
 * Delimiters of `\\big` and `\\middle`, stretched to the height of their content: TeX's four sizes
 * mean nothing in cells. Integrals are as high as their integrand, and brackets without a size are
 * stretched around fractions, sums and matrices: in cells, a bracket of one row beside a fraction
 * would seem to enclose only its bar.
 */
import { isTall } from "./box.ts";
import { stretched } from "./delimiters.ts";
import type { Item, Setting } from "./setting.ts";

/** The items, with big delimiters as high as the content between a pair, or as the whole list. */
export function heightened(items: readonly Item[], setting: Setting): Item[] {
  if (setting.isInline || !items.some(({ big }) => big !== undefined)) return [...items];
  const extents = extentsOf(items);
  const behind = extentsBehind(items);
  return items.map((own, index) => {
    const { big, ...rest } = own;
    if (big === undefined) return own;
    if (big.isPlain === true && !extents.isHigh(index)) return rest;
    const { above, below } = own.class === "op" ? behind[index]! : extents.of(index);
    const least = big.least ?? 0;
    const [up, down] = [Math.max(above, least), Math.max(below, least)];
    const box = big.with(stretched(big.sign, up + 1 + down, up));
    return { ...rest, box, ...(big.isPlain === true && { flat: own.box }) };
  });
}

interface Extent {
  readonly above: number;
  readonly below: number;
}

/** The content of an open delimiter so far; content is high if it has rows both above and below the baseline. */
interface Reached {
  readonly index: number;
  above: number;
  below: number;
  isHigh: boolean;
}

interface Extents {
  /** The extent between a pair, or that of the whole list for a delimiter without a partner. */
  readonly of: (index: number) => Extent;
  /** Whether a pair encloses something high. */
  readonly isHigh: (index: number) => boolean;
}

/** The rows above and below the baseline of the items after each item, up to the next relation. */
function extentsBehind(items: readonly Item[]): Extent[] {
  let [above, below] = [0, 0];
  return items
    .toReversed()
    .map((own) => {
      const extent = { above, below };
      const isEnd = own.class === "rel";
      above = isEnd ? 0 : Math.max(above, own.box.baseline);
      below = isEnd ? 0 : Math.max(below, own.box.rows.length - 1 - own.box.baseline);
      return extent;
    })
    .toReversed();
}

/** Rows above and below the baseline that the delimiter at an index must cover. */
function extentsOf(items: readonly Item[]): Extents {
  const extents = new Map<number, Reached>();
  const whole: Reached = { index: -1, above: 0, below: 0, isHigh: false };
  const open: Reached[] = [];
  const reach = (extent: Reached, { box, class: given, rightClass, isScripted }: Item): void => {
    const below = box.rows.length - 1 - box.baseline;
    extent.above = Math.max(extent.above, box.baseline);
    extent.below = Math.max(extent.below, below);
    // A matrix of two rows has none above its baseline.
    const isMatrix = (given === "inner" || rightClass === "close") && isTall(box);
    extent.isHigh ||= isMatrix || (isScripted !== true && box.baseline > 0 && below > 0);
  };
  items.forEach((own, index) => {
    reach(whole, own);
    const inner = open.at(-1);
    if (own.big !== undefined && own.class === "open")
      open.push({ index, above: 0, below: 0, isHigh: false });
    else if (own.big !== undefined && own.class === "close" && inner !== undefined) {
      open.pop();
      extents.set(inner.index, inner);
      extents.set(index, inner);
      const outer = open.at(-1);
      if (outer) {
        outer.above = Math.max(outer.above, inner.above);
        outer.below = Math.max(outer.below, inner.below);
        outer.isHigh ||= inner.isHigh;
      }
    } else if (inner !== undefined) reach(inner, own);
  });
  // A brace without a partner, as before cases, is as high as what follows it.
  for (const own of open) {
    const isBefore = items[own.index]?.big?.sign === "{" && items[own.index + 1]?.class === "inner";
    if (isBefore) extents.set(own.index, { ...own, isHigh: own.above + own.below > 0 });
  }
  return {
    of: (index) => extents.get(index) ?? whole,
    isHigh: (index) => extents.get(index)?.isHigh === true,
  };
}
