/**
 * On one row, what stands next to an expression never changes what belongs to it: two different formulas are never set as the same
 * text.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { display, inline } from "../../support/formula.ts";

describe("each formula has a text of its own", () => {
  test.each([
    ["\\frac{1}{n(n+1)}", "1/(n(n + 1))"],
    ["\\frac{1}{x^2(y)}", "1/(x²(y))"],
    ["\\frac{1}{2(x)}", "1/(2(x))"],
    ["\\frac{a}{f(x)}", "a/f(x)"],
    ["\\frac{1}{\\det(A)}", "1/det(A)"],
    ["\\frac{n}{(k-1)!}", "n/(k − 1)!"],
    ["x^{\\frac{1}{n(n+1)}}", "x^(1/(n(n+1)))"],
    ["\\sqrt{2}(x+1)", "√2 (x + 1)"],
    ["\\sqrt{2(x+1)}", "√(2(x + 1))"],
    ["\\sqrt{n}!", "(√n)!"],
    ["\\sqrt{n!}", "√(n!)"],
    ["\\sqrt{x}'", "(√x)′"],
    ["\\sqrt{x'}", "√x′"],
    ["\\sqrt{x+y}^2", "(√(x + y))²"],
    ["\\sqrt[3]{2}(x)", "∛2 (x)"],
    ["n\\sqrt[n]{x}", "n ⁿ√x"],
    ["(1/n)\\sqrt[n]{n!}", "(1/n) ⁿ√(n!)"],
    ["x^{\\sqrt[n]{2}}", "x^(ⁿ√2)"],
    ["x\\sqrt[q]{y}", "x√[q](y)"],
    ["-\\sqrt[n]{x}", "−ⁿ√x"],
    ["x_{n!}", "x_(n!)"],
    ["x_{q!}", "x_(q!)"],
    ["x_q!", "x_q!"],
    ["{a^b}^c", "(aᵇ)ᶜ"],
    ["{A^T}^{-1}", "(Aᵀ)⁻¹"],
    ["{x_1}_2", "(x₁)₂"],
    ["{ab}^2", "(ab)²"],
    ["{10}^2", "10²"],
    ["{|x|}^2", "|x|²"],
    ["\\overline{A}\\overline{B}", "A̅ B̅"],
    ["\\overline{AB}", "A̅B̅"],
    ["\\overline{\\overline{A}}", "A̿"],
    ["\\hat A\\hat B", "Â B̂"],
    ["\\widehat{AB}", "ÂB̂"],
    ["\\hat{\\hat{x}}", "hat(x̂)"],
    ["\\frac{A\\quad B}{C}", "(A  B)/C"],
    ["\\left.\\frac ab\\middle/\\frac cd\\right.", "(a/b) / (c/d)"],
    ["\\frac{a}{db}", "a/(db)"],
    ["\\frac{ab}{dc}", "ab/(dc)"],
    ["\\frac{d}{dx}", "d/dx"],
    ["\\frac{}{\\Gamma \\vdash x}", "( )/(Γ ⊢ x)"],
    ["\\frac{~}{b}", "( )/b"],
    ["{\\over b}", "( )/b"],
    ["\\genfrac{}{}{}{}{}{}", "( )/( )"],
    ["\\genfrac{(}{)}{}{}{a}{p}=1", "(a/p) = 1"],
    ["\\genfrac{[}{]}{}{}{1}{2}", "[½]"],
    ["\\begin{pmatrix}1&\\\\&2\\end{pmatrix}", "(1, ; , 2)"],
    ["\\begin{pmatrix}a&&b\\end{pmatrix}", "(a, , b)"],
    ["\\begin{pmatrix}a,b&c\\end{pmatrix}", "((a, b), c)"],
    ["\\begin{cases}a&b\\\\c&d\\end{cases}", "{a if b; c if d}"],
    ["\\begin{Bmatrix}a&b\\\\c&d\\end{Bmatrix}", "{a, b; c, d}"],
    ["\\xcancel{x}", "x\u0338\u20e5"],
  ])("%s is %s", (tex, expected) => {
    expect(inline(tex)).toBe(expected);
  });

  test("in a display, a script of a fraction is no script of its numerator", () => {
    expect(display("\\frac{a}{b}^\\pi")).toEqual(["   π", "⎛a⎞", "⎜─⎟", "⎝b⎠"]);
    expect(display("{a^b}^c \\sqrt{n}! n\\sqrt[n]{x}")).toEqual(["(aᵇ)ᶜ(√n)!n ⁿ√x"]);
  });

  /** A matrix of two rows; a cell may be empty, or a list. */
  const matrix = (tree: fc.Arbitrary<string>): fc.Arbitrary<string> => {
    const list = fc.tuple(tree, tree).map((parts) => parts.join(","));
    const cell = fc.oneof({ arbitrary: tree, weight: 3 }, fc.constant(""), list);
    const row = fc.oneof(fc.tuple(cell, cell), fc.tuple(cell)).map((cells) => cells.join("&"));
    const name = fc.constantFrom("pmatrix", "cases", "Bmatrix");
    return fc
      .tuple(name, row, row, tree)
      .map(([own, one, other, last]) => `\\begin{${own}}${one}\\\\${other}\\\\${last}\\end{${own}}`);
  };

  /** Trees as TeX; a product's factors, and what a factorial or a script has, are as an author writes them. */
  const { tree, atom } = fc.letrec<{ tree: string; atom: string; factor: string }>((tie) => ({
    atom: fc.constantFrom("a", "b", "n", "q", "2"),
    factor: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      tie("atom"),
      tie("atom"),
      fc.tuple(tie("tree"), tie("tree")).map(([over, under]) => `\\frac{${over}}{${under}}`),
      tie("tree").map((own) => `\\sqrt{${own}}`),
      fc.tuple(fc.constantFrom("n", "q"), tie("tree")).map(([index, own]) => `\\sqrt[${index}]{${own}}`),
      tie("tree").map((own) => `{(${own}+1)}`),
      tie("factor").map((own) => `{${own}}!`),
      tie("factor").map((own) => `{${own}}'`),
      fc.tuple(tie("factor"), tie("tree")).map(([own, sup]) => `{${own}}^{${sup}}`),
      fc.tuple(tie("atom"), tie("tree")).map(([own, sub]) => `{${own}}_{${sub}}`),
      fc.tuple(tie("tree"), tie("tree")).map(([n, k]) => `\\binom{${n}}{${k}}`),
      fc.tuple(tie("tree"), tie("tree")).map(([a, p]) => `\\genfrac{[}{]}{}{}{${a}}{${p}}`),
      matrix(tie("tree")),
      tie("tree").map((own) => `\\overline{${own}}`),
      tie("atom").map((own) => `\\hat{${own}}`),
    ),
    tree: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      tie("factor"),
      fc.tuple(tie("factor"), tie("factor")).map(([one, other]) => `${one}${other}`),
    ),
  }));

  test("and so has any tree of fractions, roots, products, factorials, primes, scripts and accents", () => {
    const shown = new Map<string, string>();
    fc.assert(
      fc.property(
        fc.oneof(
          tree,
          fc.tuple(atom, tree).map((parts) => parts.join("")),
        ),
        (tex) => {
          const text = inline(tex);
          const meant = meaning(tex);
          expect(meaning(shown.get(text) ?? tex), `${tex} and ${shown.get(text)} as ${text}`).toBe(meant);
          shown.set(text, tex);
        },
      ),
      { numRuns: 800 },
    );
  });
});

/** The TeX without braces around a single letter. */
function meaning(tex: string): string {
  return tex.replace(/\{([a-z2])\}/g, "$1");
}
