/**
 * Finds a place in a sorted list without looking at all of it.
 */

/** The index of the first item for which `isReached` holds, in a list in which it holds from there on; the length if for none. */
export function firstIndex<Item>(items: readonly Item[], isReached: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
