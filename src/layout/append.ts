/**
 * Adds items to an array, however many: a call with each as an argument of its own would overflow the stack.
 */
export function append<Item>(target: Item[], items: readonly Item[]): void {
  for (const item of items) target.push(item);
}
