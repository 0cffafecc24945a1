/**
 * Values that are computed once for each key, at its first use.
 */

/** A function that makes the value of a key at the first call, and returns the same value from then on. All values are kept. */
export function memoized<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return remembering(new Map<Key, Value>(), make);
}

/** As `memoized`, for objects: a value is kept as long as its key. */
export function memoizedFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  return remembering(new WeakMap<Key, Value>(), make);
}

interface Table<Key, Value> {
  has(key: Key): boolean;
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** A value may be undefined, which is made only once, too. */
function remembering<Key, Value>(known: Table<Key, Value>, make: (key: Key) => Value): (key: Key) => Value {
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}
