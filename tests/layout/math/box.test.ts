import { expect, test } from "vitest";
import { beside, stacked, textBox, widened } from "../../../src/layout/math/box.ts";

const FRACTION = { rows: ["a+b", "───", " c "], columns: 3, baseline: 1 };

test("boxes beside each other meet at their baselines", () => {
  expect(beside([textBox("x = "), FRACTION, textBox(" 日")])).toEqual({
    rows: ["    a+b   ", "x = ─── 日", "     c    "],
    columns: 10,
    baseline: 1,
  });
});

test("boxes over each other are centred on the widest, and have the baseline of one", () => {
  expect(stacked([textBox("n"), textBox("∑"), textBox("i=1")], 1)).toEqual({
    rows: [" n ", " ∑ ", "i=1"],
    columns: 3,
    baseline: 1,
  });
  expect(stacked([textBox("a"), FRACTION], 1, "left").baseline).toBe(2);
});

test("blanks are added at the side that is free", () => {
  expect(widened(textBox("x"), 3, "right").rows).toEqual(["  x"]);
  expect(widened(textBox("xyz"), 2).rows).toEqual(["xyz"]);
});
