import { describe, expect, test } from "vitest";
import { spokenFormula } from "../../src/formats/spoken-math.ts";
import { parsed } from "../support/formula.ts";

describe("aloud is", () => {
  test.each([
    ["x^2+1", "x squared plus 1"],
    ["\\sum_{i=1}^n x_i", "the sum from i equals 1 to n of x sub i"],
    ["\\frac{a}{b}", "a over b"],
    ["\\frac{a+b}{c}", "a plus b, all over c"],
    ["\\frac12", "one half"],
    ["\\sqrt{x}", "the square root of x"],
    ["x \\le y", "x is at most y"],
    ["x \\neq y", "x is not equal to y"],
    ["\\lim_{x \\to 0} f(x)", "the limit as x approaches 0 of f of x"],
    ["\\int_0^1 f", "the integral from 0 to 1 of f"],
    ["\\alpha \\in \\mathbb{R}", "alpha in R"],
    ["f\\colon A \\to B", "f, A to B"],
    ["f'(x)", "f prime of x"],
    ["\\hat{x}", "x hat"],
    ["O(n \\log n)", "O of n log n"],
    ["2^{32}-1", "2 to the 32 minus 1"],
    ["A^{-1}", "A to the minus 1"],
    ["n!", "n factorial"],
    ["\\binom nk", "n choose k"],
    ["3.14", "3.14"],
    ["(a, b)", "a, b"],
    ["\\text{so}", "so"],
  ])("%s %j", (tex, expected) => {
    expect(spokenFormula(parsed(tex))).toBe(expected);
  });
});

describe("not aloud is", () => {
  test.each([
    ["what is long", "a+b+c+d+e+f+g"],
    ["what would be heard as something else", "2(x+1)"],
    ["a power of a sum", "(x+1)^2"],
    ["a sum in an exponent", "x^{n+1}"],
    ["a matrix", "\\begin{matrix}a\\end{matrix}"],
    ["nothing", ""],
  ])("%s: %s", (_, tex) => {
    expect(spokenFormula(parsed(tex))).toBeUndefined();
  });
});
