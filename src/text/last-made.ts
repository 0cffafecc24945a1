/**
 * Remembers the last value that was made of each object.
 */

/**
 * A function that makes a value of an object, or returns the last one if it was made by the same things. The value is forgotten
 * with its object.
 */
export function lastMade<Value>(): (of: object, by: readonly unknown[], make: () => Value) => Value {
  const known = new WeakMap<object, { readonly value: Value; readonly by: readonly unknown[] }>();
  return (of, by, make) => {
    const last = known.get(of);
    if (last && last.by.length === by.length && last.by.every((one, nth) => one === by[nth]))
      return last.value;
    const value = make();
    known.set(of, { value, by });
    return value;
  };
}
