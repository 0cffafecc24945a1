/**
 * Remembers the last values that were made of each object.
 */

/**
 * Returns a function that makes a value of an object, or returns one of the last `most` values of it that was made by the same things.
 * The values are forgotten with their object.
 */
export function lastMade<Value>(most = 1): (of: object, by: readonly unknown[], make: () => Value) => Value {
  const known = new WeakMap<object, readonly { readonly value: Value; readonly by: readonly unknown[] }[]>();
  return (of, by, make) => {
    const last = known.get(of) ?? [];
    const own = last.find((one) => isSameList(one.by, by)) ?? { value: make(), by };
    known.set(of, [own, ...last.filter((one) => one !== own)].slice(0, most));
    return own.value;
  };
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, nth) => one === b[nth]);
}
