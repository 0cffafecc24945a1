import { expect, test } from "vitest";
import { isRivals } from "../../src/marks/sound.ts";

const rivals = { nth: 0, of: 2, like: 0.5 };
const wider = { before: "before", after: "after", like: 1 };

test.each([
  ["those that every anchor has", rivals],
  ["all", { ...rivals, under: [0, 1], runs: [6, 0], wider, near: 3 }],
  ["absent ones, as a database has them", { ...rivals, under: null, runs: null, wider: null, near: null }],
])("rivals are taken with %s", (_, value) => {
  expect(isRivals(value)).toBe(true);
});

test.each([
  ["no object", 7],
  ["no likeness", { nth: 0, of: 2 }],
  ["a likeness that is no number", { ...rivals, like: "1" }],
  ["half of the runs", { ...rivals, runs: [6] }],
  ["runs that are no numbers", { ...rivals, runs: ["6", "0"] }],
  ["a wider context that is none", { ...rivals, wider: { before: 1, after: "after", like: 1 } }],
  ["a distance that is none", { ...rivals, near: 0.5 }],
])("rivals with %s are refused", (_, value) => {
  expect(isRivals(value)).toBe(false);
});
