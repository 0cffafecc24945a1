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
    ["f\\colon A \\to B", "f from A to B"],
    ["f: A \\to B", "f from A to B"],
    ["90^\\circ", "90 degrees"],
    ["37.5^\\circ", "37.5 degrees"],
    ["10^{-3}", "10 to the minus 3"],
    ["10^2", "10 squared"],
    ["\\mathrm{softmax}(x)", "softmax of x"],
    ["\\operatorname{rank}(A)", "rank of A"],
    ["|x|", "the absolute value of x"],
    ["\\left|x\\right|^2", "the absolute value of x squared"],
    ["\\lvert x - y \\rvert", "the absolute value of the quantity x minus y"],
    ["\\|v\\|", "the norm of v"],
    ["P(A|B)", "P of A given B"],
    ["P(A \\mid B) = 1", "P of A given B equals 1"],
    ["2(x+1)", "2 times the quantity x plus 1"],
    ["2(x+1)y", "2 times the quantity x plus 1, y"],
    ["f(x+1)", "f of the quantity x plus 1"],
    ["a(b+c)", "a times the quantity b plus c"],
    ["f(g(x))", "f of g of x"],
    ["(x+1)^2", "the quantity x plus 1, squared"],
    ["\\left(x+1\\right)^2", "the quantity x plus 1, squared"],
    ["(a+b)(a-b)", "the quantity a plus b, times the quantity a minus b"],
    ["x^{n+1}", "x to the quantity n plus 1"],
    ["x_{n+1} = y", "x sub the quantity n plus 1, equals y"],
    ["\\frac{a}{b+c}", "a over the quantity b plus c"],
    ["\\sqrt{x+y}", "the square root of the quantity x plus y"],
    ["\\sqrt[3]{x}", "the cube root of x"],
    ["\\int f(x)\\,dx", "the integral of f of x d x"],
    ["A^T", "A transposed"],
    ["\\{x, y\\}", "the set of x, y"],
    ["\\{x \\mid x > 0\\}", "the set of x such that x is greater than 0"],
    ["a \\equiv b \\pmod{n}", "a is equivalent to b mod n"],
    ["\\sin(x)", "sine of x"],
    ["f_\\theta(x)", "f sub theta of x"],
    ["\\ln x", "natural log x"],
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
    ["", ""],
    ["\\newcommand{\\R}{x}", ""],
  ])("%s %j", (tex, expected) => {
    expect(spokenFormula(parsed(tex))).toBe(expected);
  });
});

describe("not aloud is", () => {
  test.each([
    ["what is long", "a+b+c+d+e+f+g"],
    ["what is not closed", "(0, 1"],
    ["cases", "\\begin{cases}a&b\\end{cases}"],
    ["what only opens", "\\left.x\\right|_0"],
    ["a matrix", "\\begin{matrix}a\\end{matrix}"],
  ])("%s: %s", (_, tex) => {
    expect(spokenFormula(parsed(tex))).toBeUndefined();
  });
});
