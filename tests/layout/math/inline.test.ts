import { describe, expect, test } from "vitest";
import { inlineFormula } from "../../../src/layout/math/inline.ts";
import { inline, parsed } from "../../support/formula.ts";

describe("on one row stand", () => {
  test.each([
    // Letters and their faces.
    ["\\alpha\\beta\\Gamma", "αβΓ"],
    ["\\mathbb{R} \\mathcal{O} \\mathfrak{p} \\mathbf{x}", "ℝ𝒪𝔭𝐱"],
    ["\\mathrm{Hom}(A, B)", "Hom(A, B)"],
    ["\\boldsymbol{\\alpha}", "𝛂"],
    ["\\hat{x} \\vec{v} \\bar{y}", "x̂v⃗ȳ"],
    ["\\overline{AB}", "A̅B̅"],
    // Blanks as TeX sets them.
    ["a+b=c", "a + b = c"],
    ["-x+-1", "−x + −1"],
    ["a=-b", "a = −b"],
    ["(-x)", "(−x)"],
    ["f(x,y)", "f(x, y)"],
    ["2\\sin x\\cos y", "2 sin x cos y"],
    ["\\sin(x)", "sin(x)"],
    ["\\sin^2\\theta", "sin² θ"],
    ["\\int f(x)\\,dx", "∫ f(x) dx"],
    ["f\\colon A\\to B", "f: A → B"],
    ["1{,}000", "1,000"],
    ["a \\implies b", "a ⟹ b"],
    ["a,\\quad b", "a,  b"],
    ["a \\equiv b \\pmod{n}", "a ≡ b (mod n)"],
    ["a \\bmod b", "a mod b"],
    ["P(A \\mid B)", "P(A | B)"],
    ["\\|x\\| \\langle x, y\\rangle", "‖x‖⟨x, y⟩"],
    ["a \\neq b, x \\notin A, A \\not\\subset B", "a ≠ b, x ∉ A, A ⊄ B"],
    ["a \\coloneqq b", "a ≔ b"],
    ["\\ulcorner x \\urcorner", "⌜x⌝"],
    // Scripts.
    ["x^2+y_i", "x² + yᵢ"],
    ["x_i^2", "xᵢ²"],
    ["a_{n+1}", "aₙ₊₁"],
    ["A^{-1}, A^T, A^\\top, A^*", "A⁻¹, Aᵀ, Aᵀ, A*"],
    ["f'(x), f''", "f′(x), f″"],
    ["f'^2", "f′²"],
    ["x_q", "x_q"],
    ["x_q y", "x_q y"],
    ["x_{i,j}", "x_(i,j)"],
    ["x^{n/2}", "x^(n/2)"],
    ["x_q^2", "x²_q"],
    ["e^{-x^2}", "e^(−x²)"],
    ["e^{i\\pi}", "e^(iπ)"],
    ["2^{2^n}", "2^(2ⁿ)"],
    ["{x^2}^3", "(x²)³"],
    ["10^{m_q}", "10^(m_q)"],
    ["x_{q_b}", "x_(q_b)"],
    ["x^{q_b}", "x^(q_b)"],
    ["{x^q}_b", "(x^q)_b"],
    ["x_{q}{}_b", "x_q_b"],
    ["\\frac{1}{\\left(a+b\\right)}", "1/(a + b)"],
    ["d_\\text{model}", "d_model"],
    ["{}_2F_1", "₂F₁"],
    ["30^\\circ", "30°"],
    ["\\sum_{i=1}^n x_i", "∑ᵢ₌₁ⁿ xᵢ"],
    ["\\lim_{x\\to 0} f(x)", "lim_(x→0) f(x)"],
    // Fractions, roots, binomials.
    ["\\frac12", "½"],
    ["\\frac{a+b}{c}", "(a + b)/c"],
    ["\\frac{a}{bc}", "a/(bc)"],
    ["\\frac{ab}{c}", "ab/c"],
    // What braces, colours and fonts keep together is seen as its parts.
    ["\\frac{{a+b}}{c}", "(a + b)/c"],
    ["\\frac{\\mathrm{a+b}}{c}", "(a + b)/c"],
    ["\\frac{\\color{red}{a+b}}{c}", "(a + b)/c"],
    ["\\frac{\\mathbf{a+b}}{c}", "(𝐚 + 𝐛)/c"],
    ["\\frac{\\left.a+b\\right.}{c}", "(a + b)/c"],
    ["\\frac{\\left(a\\right)+b}{c}", "((a) + b)/c"],
    ["\\frac{c}{\\mathbf{ab}}", "c/(𝐚𝐛)"],
    ["\\frac{c}{\\mathrm{Hom}}", "c/Hom"],
    ["\\frac{ab}{{cd}}", "ab/(cd)"],
    ["\\lim_{{x\\to 0}} f(x)", "lim_(x→0) f(x)"],
    ["\\frac{1}{n}\\sum_i x_i", "(1/n) ∑ᵢ xᵢ"],
    ["\\frac{1}{2\\pi}", "1/(2π)"],
    ["\\frac{\\partial f}{\\partial x}", "∂f/∂x"],
    ["\\frac{d}{dx} f", "(d/dx)f"],
    ["\\frac{a}{b}x", "(a/b)x"],
    ["\\frac12 x", "½x"],
    ["-\\frac{a}{b} + c", "−a/b + c"],
    ["\\log\\frac{a}{b}", "log(a/b)"],
    ["\\lim_{x\\to0}\\frac{a}{b}", "lim_(x→0) a/b"],
    ["\\frac{\\sin x}{x}", "(sin x)/x"],
    ["\\frac{a}{f(x)}", "a/f(x)"],
    ["\\frac{\\frac ab}{c}", "(a/b)/c"],
    ["\\left(\\frac{a}{b}\\right)^2", "(a/b)²"],
    ["{\\frac ab}^2", "(a/b)²"],
    ["x^{\\frac12}", "x^(1/2)"],
    ["\\frac{n!}{k!}", "n!/k!"],
    ["\\sqrt2, \\sqrt{12}, \\sqrt{x+y}", "√2, √12, √(x + y)"],
    ["\\sqrt2\\pi", "√2 π"],
    ["\\sqrt{x}^2", "(√x)²"],
    ["\\sqrt[3]{x} \\sqrt[n]{x}", "∛x ⁿ√x"],
    ["\\binom{n}{k}", "(n choose k)"],
    // What has two dimensions elsewhere.
    ["\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "(1, 2; 3, 4)"],
    ["\\begin{cases}x&\\text{if }x>0\\\\-x&\\text{otherwise}\\end{cases}", "{x if x > 0; −x otherwise}"],
    ["\\begin{cases}x&x>0\\\\0,&x=0\\end{cases}", "{x if x > 0; 0, if x = 0}"],
    ["\\left\\{\\begin{array}{rcl}x+y&=&3\\\\x&=&1\\end{array}\\right.", "{x + y = 3; x = 1}"],
    ["\\begin{cases}a&\\sin x>0\\\\b&\\forall y\\end{cases}", "{a if sin x > 0; b ∀y}"],
    ["\\sideset{}{'}\\sum_{n=1}^N a_n", "∑′ₙ₌₁ᴺ aₙ"],
    ["\\begin{aligned}a&=b&c&=d\\end{aligned}", "a = b  c = d"],
    ["\\begin{aligned}a&=b\\\\&=c\\end{aligned}", "a = b = c"],
    ["A \\xrightarrow{f} B", "A ─f→ B"],
    // What stands over or under something is no power and no index.
    ["\\underbrace{a+b}_{n}", "(n below a + b)"],
    ["\\overbrace{a+b}^{2}", "(2 above a + b)"],
    ["\\overset{2}{x}", "(2 above x)"],
    ["\\underset{2}{x}", "(2 below x)"],
    ["\\frac{1}{\\underset{2}{x}}", "1/(2 below x)"],
    ["\\underset{x\\in X}{\\max} f", "max_(x∈X) f"],
    ["\\overset{!}{=}", "=^!"],
    ["\\dddot{x}", "x⃛"],
    ["\\boxed{x=1}", "[ x = 1 ]"],
    ["x \\stackrel{\\text{def}}{=} y", "x =ᵈᵉᶠ y"],
    ["\\cancel{x}", "x̸"],
    // Text, and what is not shown.
    ["\\text{if $x^2$ then -1}", "if x² then -1"],
    ["\\text{where $x>0$, so}", "where x > 0, so"],
    ["\\color{red}{x}\\href{https://a.b}{link}", "xlink"],
    ["\\LaTeX", "LaTeX"],
    ["\\text{a\\textbackslash b}\\backslash", "a∖b∖"],
    ["\\ket{\\psi}", "|ψ⟩"],
    ["\\set{x | x>0}", "{ x | x > 0 }"],
  ])("%s as %s", (tex, expected) => {
    expect(inline(tex)).toBe(expected);
  });
});

describe("a line may end", () => {
  const shown = (tex: string): string =>
    inlineFormula(parsed(tex, false))!
      .map(
        ({ text, after }) =>
          text + { none: "", inner: "'", nested: ";", operator: "·", relation: "|" }[after],
      )
      .join("");

  test("after relations and operators, but not within brackets", () => {
    expect(shown("f(x+1) = ax^2 + bx")).toBe("f(x + 1) = |ax² + ·bx");
  });

  test("nowhere after a sign, or in scripts", () => {
    expect(shown("-x^{a=\\pi}")).toBe("−x^(a=π)");
  });

  test("within what is long, after operators and commas in brackets", () => {
    expect(shown("f(aaaaaaaa, bbbbbbbb, cccccccc)")).toBe("f(aaaaaaaa, ;bbbbbbbb, ;cccccccc)");
    expect(shown("\\left(aaaaaaaa + bbbbbbbb\\right)c")).toBe("(aaaaaaaa + ;bbbbbbbb)c");
    expect(shown("\\frac{aaaaaaaa + bbbbbbbb}{c}")).toBe("(aaaaaaaa + ;bbbbbbbb)/c");
  });

  test("at the blanks of what is still long", () => {
    expect(shown("\\text{words and more words}")).toBe("words 'and 'more 'words");
    expect(shown("x = \\text{some words}")).toBe("x = |some words");
  });

  test("at no place of nothing", () => {
    expect(inlineFormula([])).toEqual([{ text: "", after: "none" }]);
  });
});

test.each([
  ["a^{b^c}", "a^(bᶜ)"],
  ["x_{i_j}", "x_(iⱼ)"],
  ["\\int_{\\partial\\Omega} f", "∫_(∂Ω) f"],
  ["x_{\\mathrm{dx}}", "x_dx"],
  ["{}^{14}_6 C", "¹⁴₆C"],
])("the scripts of %s are told apart", (tex, expected) => {
  expect(inline(tex)).toBe(expected);
});

test("tags of rows follow their rows", () => {
  expect(inline("\\begin{align}x&=1\\tag{3}\\\\y&=2\\end{align}")).toBe("x = 1  (3); y = 2");
});
