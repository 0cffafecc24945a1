import fc from "fast-check";
import { expect, test } from "vitest";
import { packParts, packText, piecesOf, unpackParts, unpackText } from "../../src/library/index/pack.ts";
import type { Part } from "../../src/search/passages.ts";

const text = fc.string({ unit: "grapheme" }).map((one) => one.replaceAll("\n", " "));
const place = { block: fc.nat(), line: fc.nat(), text };
const formulas = fc.array(
  fc.tuple(fc.nat(), fc.nat()).map(([start, length]) => [start, start + length] as const),
  { minLength: 1 },
);
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constantFrom("heading" as const, "text" as const), ...place }),
  fc.record({ kind: fc.constant("text" as const), formulas, ...place }),
  fc.record({ kind: fc.constant("note" as const), note: fc.integer({ min: 1 }), ...place }),
);

test("parts are unpacked as they were packed, however they are cut into pieces", () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (parts) => {
      const pieces = piecesOf(packParts(parts));
      expect(unpackParts(Buffer.concat(pieces))).toEqual(parts);
    }),
  );
});

test("an essay without text has no parts", () => {
  expect(unpackParts(packParts([]))).toStrictEqual([]);
});

test("a text is unpacked as it was packed, be it short or long", () => {
  for (const one of ["", "short", "long ".repeat(1_000)]) expect(unpackText(packText(one))).toBe(one);
});
