/**
 * Adds any number of items to an array. A call with one argument for each item would overflow the stack.
 */
export function append<Item>(target: Item[], items: readonly Item[]): void {
  for (const item of items) target.push(item);
}
