/**
 * The search for long texts finds what V8's own finds.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { indexIn, isIn, placesIn } from "../../src/text/index-in.ts";

/** Texts that repeat themselves, of which many are longer than those that V8 seeks. */
const repeating = fc
  .tuple(
    fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 3 }),
    fc.nat(60),
    fc.constantFrom("", "c", "ab"),
  )
  .map(([piece, count, end]) => piece.repeat(count) + end + piece.repeat(count));

test("the first place from an offset on", () => {
  fc.assert(
    fc.property(repeating, repeating, fc.nat(40), (text, sought, from) => {
      const all = text + sought + text;
      expect(indexIn(all, sought, from)).toBe(all.indexOf(sought, from));
      expect(isIn(text, sought)).toBe(text.includes(sought));
    }),
  );
});

test("all places, also those that overlap", () => {
  fc.assert(
    fc.property(repeating, repeating, (text, sought) => {
      fc.pre(sought !== "");
      const all = text + sought + sought;
      const wanted = [...Array(all.length).keys()].filter((at) => all.startsWith(sought, at));
      expect([...placesIn(all, sought)]).toEqual(wanted);
    }),
  );
});
