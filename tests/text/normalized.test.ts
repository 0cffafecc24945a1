/**
 * Normal forms of text with many marks.
 */
import { expect, test } from "vitest";
import { normalized, streamSafe } from "../../src/text/normalized.ts";

test.each([
  ["e\u0301", "NFC", "é"],
  ["é", "NFD", "e\u0301"],
  ["ﬁ", "NFKD", "fi"],
  ["a\u0301\u0323", "NFC", "ạ\u0301"],
] as const)("%s in %s is %s", (text, form, wanted) => {
  expect(normalized(text, form)).toBe(wanted);
});

test("as many marks as a language writes are unchanged", () => {
  const text = `a${"\u0301\u0323".repeat(14)}b`;
  expect(streamSafe(text)).toBe(text);
});

test.each(["\u0301", "\u0323", "\uff9e", "\u093c", "\u0951"])(
  "of more marks, no run is sorted as a whole",
  (mark) => {
    const text = normalized(`a${mark.repeat(100)}${"\u0323\uff9e".repeat(100)}`, "NFKD");
    for (const run of text.split("\u034f")) expect(run.length).toBeLessThanOrEqual(31);
  },
);
