import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "../../src/text/edit-distance.ts";

/** The definition of the optimal string alignment distance, letter by letter. */
function byDefinition(a: string, b: string, i = a.length, j = b.length): number {
  if (i === 0 || j === 0) return i + j;
  const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return Math.min(
    byDefinition(a, b, i - 1, j) + 1,
    byDefinition(a, b, i, j - 1) + 1,
    byDefinition(a, b, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    isSwapped ? byDefinition(a, b, i - 2, j - 2) + 1 : Infinity,
  );
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });

test("is the least number of letters inserted, deleted, changed or swapped with their neighbour", () => {
  fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === byDefinition(a, b)));
});

test("counts as infinite beyond a limit, and only there", () => {
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, limit) => {
      const distance = byDefinition(a, b);
      expect(editDistance(a, b, limit)).toBe(distance > limit ? Infinity : distance);
    }),
  );
});

test.each([
  ["hsip", "ship", 1],
  ["kitten", "sitting", 3],
  ["ca", "abc", 3],
])("of %s and %s is %i", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});
