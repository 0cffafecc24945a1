import { expect, test } from "vitest";
import { byline } from "../../src/essay/byline.ts";

test.each([
  [{}, []],
  [{ author: "Ann" }, ["Ann"]],
  [{ authors: ["Ann", "Bob"], author: "Ann" }, ["Ann, Bob"]],
  [{ authors: [{ name: "Ann", url: "/" }, { name: "Bob" }] }, ["Ann, Bob"]],
  [{ author: { name: "Ann" } }, ["Ann"]],
  [{ authors: ["a", "b", "c", "d", "e"] }, ["a and 4 others"]],
  [{ Subtitle: "With a view", series: ["Rooms"] }, ["With a view", "Rooms"]],
  [{ author: "A\u001b[31m\u202eb\nc", subtitle: "", series: 3 }, ["A\u241b[31mb c"]],
])("%j", (data, expected) => {
  expect(byline({ data, tags: [] })).toEqual(expected);
});

test("subtitle, date, authors, series and tags, in this order", () => {
  const data = { subtitle: "Sub", author: "Ann", series: "One" };
  expect(byline({ data, date: "2024-05-06", tags: ["a", "b"] })).toEqual([
    "Sub",
    "6 May 2024",
    "Ann",
    "One",
    "a, b",
  ]);
});

test("tags that run from right to left are parts of their own", () => {
  expect(byline({ data: {}, tags: ["a", "umask", "دسترسی"] })).toEqual(["a", "umask", "دسترسی"]);
});
