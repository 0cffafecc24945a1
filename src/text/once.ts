/**
 * Computes values at their first use.
 *
 * Loading a module runs all of it. Building a regular expression with Unicode's classes takes V8 up to two
 * milliseconds, and a table of a thousand entries one; a start that needs neither should not wait for them.
 */

/** A function that computes its value at the first call, and returns the same value from then on. */
export function once<Value extends {}>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
