import { expect, test } from "vitest";
import { sentenceCase } from "../../src/text/sentence-case.ts";

test.each([
  ["a title", "A title"],
  ["élan", "Élan"],
  ["1st", "1st"],
  ["", ""],
])("%s", (words, wanted) => expect(sentenceCase(words)).toBe(wanted));
