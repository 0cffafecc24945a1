/**
 * Formulas on one line that would be misread: what belongs together, and where a blank or a bracket is needed that TeX does not need,
 * because its letters are slanted and its scripts small. The results are what a mathematician would write on a typewriter.
 */
import { describe, expect, test } from "vitest";
import { display, inline } from "../../support/formula.ts";

describe("brackets", () => {
  test.each([
    ["\\frac{\\textrm{Total distance}}{\\textrm{Link speed}}", "(Total distance)/(Link speed)"],
    ["\\frac{a/b}{c}", "(a/b)/c"],
    ["\\frac{\\det(C)}{n}", "det(C)/n"],
    ["\\frac{\\sin x}{n}", "(sin x)/n"],
    ["\\frac{|a|}{|b|}\\cdot\\frac{x}{|a||b|}", "|a|/|b| · x/(|a||b|)"],
    ["F_{2,3}(P)", "F_(2,3)(P)"],
    ["\\frac1{\\sqrt{1+x}}+\\frac1{\\sqrt{1+x}y}", "1/√(1 + x) + 1/(√(1 + x)y)"],
    ["\\operatorname{Ext}^1_R(M,N)+\\sum_{i\\in I}^n", "Ext¹_R(M, N) + ∑_(i∈I)^n"],
    ["\\mathfrak{gl}_n+\\mathbf{Set}^2+\\mathbf{ab}^2", "𝔤𝔩ₙ + 𝐒𝐞𝐭² + (𝐚𝐛)²"],
    ["x_{f(n)}+G_{\\sqrt{a+b}}(x)", "x_(f(n)) + G_(√(a+b))(x)"],
  ])("%s", (tex, expected) => {
    expect(inline(tex)).toBe(expected);
  });
});

/** Bars are the same sign at both ends; what is before a bar decides which end it is. */
describe("bars", () => {
  test.each([
    ["|-x|+2|-x|+\\log|-x|", "|−x| + 2|−x| + log|−x|"],
    ["\\|-x\\|_2^2-\\left|-x\\right|", "‖−x‖₂² − |−x|"],
    ["||x|-|y||\\le|x-y|", "||x| − |y|| ≤ |x − y|"],
    ["|\\sin x|+|A||-B|", "|sin x| + |A||−B|"],
    ["P(A|-B)\\,\\{x|-1<x\\}\\,\\{x||x|>1\\}", "P(A|−B) {x|−1 < x} {x||x| > 1}"],
    ["\\langle a|b\\rangle-|\\psi\\rangle\\langle-\\phi|", "⟨a|b⟩ − |ψ⟩⟨−ϕ|"],
    ["f|_0-1+\\frac{1}{|a+b|}+\\frac1{|a|b|}", "f|₀ − 1 + 1/|a + b| + 1/(|a|b|)"],
    ["|(n!)-|-k!||", "|(n!) − |−k!||"],
    ["a|b\\Rightarrow a|-bc", "a|b ⇒ a|−bc"],
  ])("%s", (tex, expected) => {
    expect(inline(tex)).toBe(expected);
  });

  test.each([
    ["|\\frac ab|", ["│a│", "│─│", "│b│"]],
    ["2\\|\\frac ab\\|^2", [" ║a║²", "2║─║", " ║b║"]],
    ["|x|+|\\frac ab|", ["      │a│", "|x| + │─│", "      │b│"]],
    ["P(A|\\frac ab)", [" ⎛   a⎞", "P⎜A| ─⎟", " ⎝   b⎠"]],
    ["\\langle\\frac ab|", [" ╱a│", "⟨ ─│", " ╲b│"]],
    ["|\\frac ab\\rangle", ["│a╲", "│─ ⟩", "│b╱"]],
    ["\\{\\begin{matrix}a\\\\b\\end{matrix}\\}", ["⎰a⎱", "⎱b⎰"]],
  ])("of a display, as high as what they enclose: %s", (tex, expected) => {
    expect(display(tex)).toEqual(expected);
  });
});

describe("blanks", () => {
  test.each([
    ["\\kappa\\,\\textrm{trace}(C)+\\kappa\\textrm{trace}^2(C)", "κ trace(C) + κ trace²(C)"],
    ["2\\text{cm}+n\\text{th}+\\text{so}\\text{me}+\\mathrm{d}x", "2 cm + nth + some + dx"],
    ["A_{j,i}\\forall j\\exists k\\neg P", "A_(j,i) ∀j ∃k ¬P"],
    ["\\forall x\\in X.x\\in 1.5", "∀x ∈ X. x ∈ 1.5"],
    ["f.g", "f.g"],
    ["\\exists -v\\in V", "∃−v ∈ V"],
    ["\\max_w\\{a\\}", "max_w {a}"],
    ["x\\leftarrow{}\\min y\\approx{}\\frac1k", "x ← min y ≈ 1/k"],
  ])("%s", (tex, expected) => {
    expect(inline(tex)).toBe(expected);
  });

  test("an empty group adds none in a display either", () => {
    expect(display("a\\approx{}\\frac1k")).toEqual(["    1", "a ≈ ─", "    k"]);
  });
});

test("limits that Unicode lacks stand in the order in which they are read", () => {
  expect(inline("\\sum_{c=1}^k x+\\sum_{i=1}^n y+w_c^T")).toBe("∑_(c=1)^k x + ∑ᵢ₌₁ⁿ y + wᵀ_c");
});
