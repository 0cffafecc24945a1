import { expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { findBlock, firstWords } from "../../src/document/text-place.ts";

const before = parseDocument(
  "The first paragraph.\n\nThe second one has some words in it.\n\nThe third.\n\nThe first paragraph.\n",
);

function found(now: string, block: number): number {
  return findBlock(parseDocument(now), { block, words: firstWords(before, block) });
}

test("a paragraph is found by its first words, wherever it has gone", () => {
  expect(found("New.\n\nNew too.\n\nThe first paragraph.\n\nThe second one has some words in it.\n", 1)).toBe(
    3,
  );
});

test("of several that begin alike, the nearest", () => {
  expect(found("The first paragraph.\n\nA.\n\nB.\n\nThe first paragraph.\n", 3)).toBe(3);
  expect(found("The first paragraph.\n\nA.\n\nB.\n\nThe first paragraph.\n", 0)).toBe(0);
});

test("one that was edited is known by the words that are left", () => {
  expect(found("New.\n\nOne of the others.\n\nThe second one now has other words in it.\n\nEnd.\n", 1)).toBe(
    2,
  );
});

test("one that is gone is where it was, within the document", () => {
  expect(found("Nothing alike here.\n\nNor here.\n", 2)).toBe(1);
  expect(found("", 2)).toBe(-1);
});

test("above the first block is above the first block", () => {
  expect(findBlock(before, { block: -1, words: "" })).toBe(-1);
});
