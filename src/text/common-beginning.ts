/**
 * The longest common beginning of two texts, in whole UTF-16 code units.
 */
export function commonBeginning(a: string, b: string): string {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
