/**
 * Looks up names from essays in tables.
 */

/** The value that a table has for a key. A name that every object inherits, such as `constructor`, has none. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
