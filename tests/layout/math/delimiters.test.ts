import { describe, expect, test } from "vitest";
import { delimiterOf, isBracketed, stretched } from "../../../src/layout/math/delimiters.ts";

describe("delimiters of some height", () => {
  test.each([
    ["(", 2, ["⎛", "⎝"]],
    [")", 3, ["⎞", "⎟", "⎠"]],
    ["{", 2, ["⎰", "⎱"]],
    ["}", 4, ["⎫", "⎪", "⎬", "⎭"]],
    ["⌊", 2, ["⎢", "⎣"]],
    ["|", 3, ["│", "│", "│"]],
    ["⟨", 4, [" ╱", "╱ ", "╲ ", " ╲"]],
    ["⟩", 3, ["╲ ", " ⟩", "╱ "]],
    ["/", 3, ["  ╱", " ╱ ", "╱  "]],
    ["↑", 3, ["↑", "│", "│"]],
    ["⌜", 3, ["⌜"]],
    ["", 3, [""]],
  ])("%s of %i rows", (sign, rows, expected) => {
    expect(stretched(sign, rows, 0).rows).toEqual(expected);
  });
});

test("delimiters by their commands", () => {
  expect(["(", ".", "\\langle", "<", "\\|", "\\lbrace"].map(delimiterOf)).toEqual([
    "(",
    "",
    "⟨",
    "⟨",
    "‖",
    "{",
  ]);
});

test("brackets around all of a text, and around its parts", () => {
  expect(["(a)", "(a)(b)", "((a)+b)", "a", "(", ""].map(isBracketed)).toEqual([
    true,
    false,
    true,
    false,
    false,
    false,
  ]);
});
