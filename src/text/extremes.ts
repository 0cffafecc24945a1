/**
 * The largest and the smallest of any number of numbers. A call of `Math.max` with one argument for each of 130,000 overflows the stack.
 */

/** The largest number; `least` if all are smaller, or if there are none. */
export function largest(numbers: Iterable<number>, least = -Infinity): number {
  let most = least;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/** The smallest number; `most` if all are larger, or if there are none. */
export function smallest(numbers: Iterable<number>, most = Infinity): number {
  let least = most;
  for (const number of numbers) if (number < least) least = number;
  return least;
}
