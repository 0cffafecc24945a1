/**
 * Tables whose keys come from outside: from essays, files and the command line. Every object of JavaScript inherits names
 * such as `constructor`, and to write to `__proto__` changes what an object inherits.
 */

/** An empty table that inherits nothing, so that any name can be written to it. */
export function newTable<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}

/** The table with these entries, which inherits nothing: a lookup of any name finds an entry or undefined. */
export function tableOf<Value>(entries: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.assign(newTable<Value>(), entries);
}
