/**
 * Values that are made when they are first asked for.
 *
 * A module is run whole at every start that loads it. To build a regular expression with Unicode's classes takes V8 up to two
 * milliseconds, a table of a thousand entries one; a start that needs neither should not wait for them.
 */

/** A function that makes its value at the first call, and returns the same one ever after. */
export function once<Value extends {}>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
