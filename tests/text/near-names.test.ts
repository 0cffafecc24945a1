import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "../../src/text/edit-distance.ts";
import { nearOneOf } from "../../src/text/near-names.ts";

test("a word is near if the distance to one of the names is at most 1", () => {
  // Two letters, so that words are often near each other.
  const word = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), word, (names, one) => {
      expect(nearOneOf(names)(one)).toBe(names.some((name) => editDistance(one, name, 1) <= 1));
    }),
  );
});

test("a very long name is near only itself", () => {
  const long = "a".repeat(100_000);
  const isNear = nearOneOf([long]);
  expect([isNear(long), isNear(long.slice(1))]).toEqual([true, false]);
});
