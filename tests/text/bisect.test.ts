import fc from "fast-check";
import { expect, test } from "vitest";
import { firstIndex } from "../../src/text/bisect.ts";

test("the first index is what looking at every item finds", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 })),
      fc.integer({ min: -1, max: 10 }),
      (numbers, most) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const found = sorted.findIndex((number) => number > most);
        expect(firstIndex(sorted, (number) => number > most)).toBe(found < 0 ? sorted.length : found);
      },
    ),
  );
});
