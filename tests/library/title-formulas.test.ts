import { expect, test } from "vitest";
import { titleLabel } from "../../src/essay/title-label.ts";
import { essayText } from "../../src/library/boundary.ts";
import { paintPlain } from "../../src/formats/plain.ts";
import { texOf } from "../../src/formats/mathematics.ts";
import { layoutDocument } from "../../src/layout/layout.ts";

/** The label of an essay with this title in its front matter. */
function labelOf(title: string, more: object = {}): string {
  const text = `---\n${JSON.stringify({ title, ...more })}\n---\n\nText.\n`;
  return titleLabel(essayText({ text, problems: [] }, "a.md", "a.md").essay);
}

/** The same words as a paragraph, without a line's end. */
function paragraph(text: string): string {
  const { document } = essayText({ text, problems: [] }, "a.md", "a.md").open();
  const options = { width: 1_000, notes: "inline", marks: "brackets", tools: { tex: texOf } } as const;
  return layoutDocument(document, options).map(paintPlain).join("\n");
}

test.each([
  ["On $\\zeta(s)$ and primes", "On ζ(s) and primes"],
  ["$\\mathbb{R}^n$, \\(x_1\\)", "ℝⁿ, x₁"],
  ["Why $e^{i\\pi}+1=0$?", "Why e^(iπ) + 1 = 0?"],
  ["$\\frac{a+b}{2} \\ge \\sqrt{ab}$", "(a + b)/2 ≥ √(ab)"],
  ["$O(n \\log n)$ sorts", "O(n log n) sorts"],
  ["The $k$-th time, $-1$", "The k-th time, −1"],
  ["$L^2$ and $\\text{Hom}(A,B)$", "L² and Hom(A, B)"],
  ["$x_{i,j}$, $2^{2^n}$", "x_(i,j), 2^(2ⁿ)"],
  ["$\\frac{a}{b}c$ $\\frac{a}{b}/c$ $a/\\frac{b}{c}$", "(a/b)c (a/b)/c a/(b/c)"],
  ["$\\frac{a}{b} + c$, $\\frac{}{x}$", "a/b + c, ( )/x"],
  ["$\\text{P} \\ne \\text{NP}$, $\\neq$", "P ≠ NP, ≠"],
  ["$\\hat{x}$, $\\binom{n}{k}$ and $\\sqrt{n}!$", "x̂, (n choose k) and (√n)!"],
  ["Raising $1M$", "Raising 1M"],
])("a title has its formulas set as a paragraph has: %s", (title, expected) => {
  expect(labelOf(title)).toBe(expected);
  expect(paragraph(title)).toBe(expected);
});

test.each([
  // Nothing is lost of what the grammar does not take.
  ["$\\nope{x}$ and $x^$", "$\\nope{x}$ and $x^$"],
  // Money and variables.
  ["From $5 to $6", "From $5 to $6"],
  ["$HOME and $PATH", "$HOME and $PATH"],
  ["$HOME/bin:$PATH", "$HOME/bin:$PATH"],
  ["US$ and A$ and CA$", "US$ and A$ and CA$"],
  ["a\u001bb $x$", "a␛b x"],
])("%j", (title, expected) => {
  expect(labelOf(title)).toBe(expected);
});

test("a heading that is the title has its formulas set, and is not shown twice", () => {
  const text = "# The $\\zeta(s)$ of \\(x_1\\)\n\nText.\n";
  const heading = essayText({ text, problems: [] }, "a.md", "a.md").open();
  expect(heading.essay.title).toBe("The $\\zeta(s)$ of \\(x_1\\)");
  expect(titleLabel(heading.essay)).toBe("The ζ(s) of x₁");
  const both = `---\n${JSON.stringify({ title: heading.essay.title })}\n---\n\n${text}`;
  for (const { document } of [heading, essayText({ text: both, problems: [] }, "a.md", "a.md").open()])
    expect(document.blocks.map(({ type }) => type)).toEqual(["paragraph"]);
});

test("a title knows the macros of its front matter", () => {
  expect(labelOf("On $\\R^n$", { macros: { "\\R": "\\mathbb{R}" } })).toBe("On ℝⁿ");
});
