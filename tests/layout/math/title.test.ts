import { expect, test } from "vitest";
import { titleLabel } from "../../../src/layout/math/title.ts";

test.each([
  ["On $\\zeta(s)$ and primes", "On ζ(s) and primes"],
  ["$\\mathbb{R}^n$, \\(x_1\\)", "ℝⁿ, x₁"],
  ["Why $e^{i\\pi}+1=0$?", "Why e^(iπ) + 1 = 0?"],
  ["$\\frac{a+b}{2} \\ge \\sqrt{ab}$", "(a + b)/2 ≥ √(ab)"],
  ["$O(n \\log n)$ sorts", "O(n log n) sorts"],
  ["$f: X \\to Y$", "f:X → Y"],
  ["The $k$-th time, $-1$", "The k-th time, −1"],
  ["$L^2$ and $\\text{Hom}(A,B)$", "L² and Hom(A, B)"],
  ["$x_{i,j}$, $2^{2^n}$", "x_(i,j), 2^(2ⁿ)"],
  ["$\\frac{a}{b}c$ $\\frac{a}{b}/c$ $a/\\frac{b}{c}$", "(a/b)c (a/b)/c a/(b/c)"],
  ["$\\frac{a}{b} + c$, $\\frac{}{x}$", "a/b + c, ( )/x"],
  ["$\\text{P} \\ne \\text{NP}$, $\\neq$", "P ≠ NP, ≠"],
  // Nothing is lost of what is not known.
  ["$\\nope{x}$ and $x^$", "$\\nope{x}$ and $x^$"],
  ["$\\begin{matrix}a&b\\end{matrix}$", "$\\begin{matrix}a&b\\end{matrix}$"],
  // Money and variables.
  ["From $5 to $6", "From $5 to $6"],
  ["$HOME and $PATH", "$HOME and $PATH"],
  ["$HOME/bin:$PATH", "$HOME/bin:$PATH"],
  ["Raising $1M$ and $2M$more", "Raising 1M and $2M$more"],
  ["US$ and A$ and CA$", "US$ and A$ and CA$"],
  ["a\u001bb $x$", "a␛b x"],
])("%s", (title, expected) => {
  expect(titleLabel(title)).toBe(expected);
});
