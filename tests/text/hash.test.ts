import { expect, test } from "vitest";
import { fnv1a } from "../../src/text/hash.ts";

// The authors' own vectors (isthe.com/chongo/src/fnv/test_fnv.c).
test.each([
  ["", "cbf29ce484222325"],
  ["a", "af63dc4c8601ec8c"],
  ["foobar", "85944171f73967e8"],
])("%j", (text, hash) => {
  expect(fnv1a(text)).toBe(hash);
});
