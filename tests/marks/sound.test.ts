import { expect, test } from "vitest";
import { isRivals } from "../../src/marks/sound.ts";

const rivals = { nth: 0, of: 2 };

test.each([
  ["those that every anchor has", rivals],
  [
    "all",
    { ...rivals, here: 1, alike: [0, 1], twins: [[1, 0, "key", "other"]], elsewhere: 1, near: 3, met: 2 },
  ],
  [
    "absent ones, as a database has them",
    { ...rivals, alike: null, twins: null, elsewhere: null, near: null },
  ],
])("rivals are taken with %s", (_, value) => {
  expect(isRivals(value)).toBe(true);
});

test.each([
  ["no object", 7],
  ["no number of places", { nth: 0 }],
  ["a number that is none", { ...rivals, of: "2" }],
  ["half of those that are alike", { ...rivals, alike: [6] }],
  ["a twin without its keys", { ...rivals, twins: [[1, 0]] }],
  ["a distance that is none", { ...rivals, near: 0.5 }],
])("rivals with %s are refused", (_, value) => {
  expect(isRivals(value)).toBe(false);
});
