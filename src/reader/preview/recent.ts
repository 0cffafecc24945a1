/**
 * Values that take long to make, the most recently used of them.
 */
export class Recent<Key, Value> {
  /** The least recently used first. */
  readonly #known = new Map<Key, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  has(key: Key): boolean {
    return this.#known.has(key);
  }

  /** The value of a key, which is made if it is not known. */
  of(key: Key, make: (key: Key) => Value): Value {
    const value = this.#known.get(key) ?? make(key);
    this.#known.delete(key);
    this.#known.set(key, value);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#most) break;
      this.#known.delete(oldest);
    }
    return value;
  }
}
