/**
 * Displays that are wider than the page: what binds least is parted first, relations stay under each other, and what is too wide by itself
 * is broken within or cut. The order of breaks is that of a book (The TeXbook, chapter 19; mathtools' `\\splitfrac`).
 */
import { describe, expect, test } from "vitest";
import { displayFormula } from "../../../src/layout/math/display.ts";
import { display, parsed } from "../../support/formula.ts";

describe("a line ends before what binds least", () => {
  test("before a plus, although a product is nearer to the edge", () => {
    expect(display("f=aaaa+bbbb\\cdot cccc\\cdot dddd+e", 26)).toEqual([
      "f = aaaa",
      "    + bbbb · cccc · dddd",
      "    + e",
    ]);
  });

  test("before a product only where its term is wider than a line", () => {
    expect(display("aaaaaa\\cdot bbbbbb\\cdot cccccc+d", 20)).toEqual(["aaaaaa · bbbbbb", "  · cccccc + d"]);
  });

  test("before an implication, then before a connective, and only then before a relation", () => {
    expect(display("P(x)\\implies aa=bb\\land cc=dd\\land ee=ff", 24)).toEqual([
      "P(x) ⟹ aa = bb ∧ cc = dd",
      "       ∧ ee = ff",
    ]);
    expect(display("aa=bb\\land cc=dd\\land ee=ff", 18)).toEqual(["aa = bb ∧ cc = dd", "  ∧ ee = ff"]);
  });

  test("before an implication rather than a relation, if its side fits on a line", () => {
    expect(display("a + b = c + d \\iff e + f = g + h + i + j + k", 40)).toEqual([
      "a + b = c + d",
      "    ⟺ e + f = g + h + i + j + k",
    ]);
  });

  test("before a factor behind a blank rather than within brackets", () => {
    expect(display("\\int_0^1\\int_0^{1-x} f(x,y)\\,dy\\,dx", 20)).toEqual([
      "⌠1 ⌠1−x",
      "⎮  ⎮    f(x, y) dy",
      "⌡0 ⌡0",
      "",
      "  dx",
    ]);
    expect(display("\\frac{P(A, B, C \\mid D)\\,P(E \\mid F, G)}{x}", 20)[1]).toBe("  P(E | F, G)");
  });

  test("before a factor behind a bracket rather than within brackets", () => {
    expect(display("[aa+bb]\\Psi(x,t)(c+d)", 16)).toEqual(["[aa + bb]Ψ(x, t)", "  (c + d)"]);
    expect(display("\\left[\\frac ab+c\\right]\\Psi(x,t)", 12)).toEqual([
      "⎡a    ⎤",
      "⎢─ + c⎥",
      "⎣b    ⎦",
      "",
      "  Ψ(x, t)",
    ]);
    // An argument and a factorial stay with what is before them.
    expect(display("f(aaaa,bbbb)!", 11)).toEqual(["f(aaaa,", "    bbbb)!"]);
  });

  test("before what draws a conclusion", () => {
    expect(display("x=aaaa+b\\quad\\therefore\\quad x-b=aaaa", 20)).toEqual([
      "x = aaaa + b",
      "∴   x − b = aaaa",
    ]);
  });

  test("but connectives bind more than the relation where they join no propositions", () => {
    expect(display("aaa\\land bbb=bbb\\land aaa", 16)).toEqual(["aaa ∧ bbb", "  = bbb ∧ aaa"]);
  });

  test("after a comma between propositions, and after a quantifier's full stop", () => {
    expect(display("\\forall x\\in A,y\\in B.f(x)=g(y)", 20)).toEqual(["∀x ∈ A, y ∈ B.", "  f(x) = g(y)"]);
  });

  test("within brackets around something high, which then are one row high", () => {
    expect(display("f(\\frac ab+cccc+dddd)+(\\frac ef)", 16)).toEqual([
      "  a",
      "f(─ + cccc",
      "  b",
      "",
      "    + dddd)",
      "",
      "    ⎛e⎞",
      "  + ⎜─⎟",
      "    ⎝f⎠",
    ]);
  });

  test("within brackets last, and between words", () => {
    expect(display("f(aaaa,bbbb,cccc,dddd)", 16)).toEqual(["f(aaaa, bbbb,", "    cccc, dddd)"]);
    expect(display("\\text{if }x>0\\text{ and the rest is so}", 16)).toEqual([
      "if x > 0 and the",
      "  rest is so",
    ]);
    expect(display("f(x)=aaaa+bbbb\\text{ for all }x\\in X", 22)).toEqual([
      "f(x) = aaaa + bbbb for",
      "all x ∈ X",
    ]);
    expect(display("x=\\text{so and so, and so on}", 16)).toEqual(["x = so and so,", "    and so on"]);
  });
});

describe("aligned rows", () => {
  test("keep their alignment, and continue behind the relation", () => {
    expect(display("\\begin{align}f(x)&=aaaa+bbbb+cccc+dddd\\\\h&=1\\\\&\\le 2\\end{align}", 20)).toEqual([
      "f(x) = aaaa + bbbb",
      "       + cccc + dddd",
      "",
      "   h = 1",
      "     ≤ 2",
    ]);
  });

  test("have a left side that is too wide on a line of its own", () => {
    expect(display("\\begin{align}f&=1\\\\g(a,b,c,d,e)&=aaaa+bbbb\\end{align}", 20)).toEqual([
      "f = 1",
      "g(a, b, c, d, e)",
      "  = aaaa + bbbb",
    ]);
  });

  test("have a reason in a last column behind their relation", () => {
    expect(display("\\begin{aligned}f&=aaaa+bbbb&\\text{by the rule}\\\\&=c\\end{aligned}", 20)).toEqual([
      "f = aaaa + bbbb",
      "    by the rule",
      "",
      "  = c",
    ]);
  });

  test("keep the indentation that their author gave them", () => {
    expect(display("\\begin{align}&aaaa+bbbb\\\\&\\qquad cccc+dddd+eeee+ffff\\end{align}", 20)).toEqual([
      "aaaa + bbbb",
      "    cccc + dddd",
      "      + eeee + ffff",
    ]);
  });

  test("of a part of a formula, too", () => {
    expect(display("X=\\left\\{\\begin{aligned}a&=bbbb+cccc+dddd\\\\e&=f\\end{aligned}\\right.", 18)).toEqual(
      ["    ⎧a = bbbb", "    ⎪    + cccc", "X = ⎨    + dddd", "    ⎪", "    ⎩e = f"],
    );
  });
});

describe("what is too wide by itself is broken within", () => {
  test("a fraction over its bar", () => {
    expect(display("y=\\frac{aaaa+bbbb+cccc+dddd}{e}", 20)).toEqual([
      "    aaaa + bbbb",
      "      + cccc + dddd",
      "y = ───────────────",
      "           e",
    ]);
  });

  test("a root, a bracket, a frame, a brace", () => {
    expect(display("\\sqrt{aaaa+bbbb+cccc}", 16)).toEqual([
      " ┌────────────",
      " │ aaaa + bbbb",
      "√│   + cccc",
    ]);
    expect(display("\\left(aaaa+bbbb+cccc\\right)^2", 15)).toEqual(["⎛aaaa + bbbb⎞²", "⎝  + cccc   ⎠"]);
    expect(display("\\boxed{aaaa+bbbb+cccc}", 15)).toEqual([
      "┌─────────────┐",
      "│ aaaa + bbbb │",
      "│   + cccc    │",
      "└─────────────┘",
    ]);
    expect(display("\\underbrace{aaaa+bbbb+cccc}_n", 12)).toEqual([
      "aaaa + bbbb",
      "  + cccc",
      "╰────┬────╯",
      "     n",
    ]);
  });

  test("on a line of its own if less than half of a line is left, with the operator before it", () => {
    expect(display("aaaa+bbbb+cccc+\\left(aaaa+bbbb+cccc+dddd\\right)^2", 20)).toEqual([
      "aaaa + bbbb + cccc",
      "",
      "    ⎛aaaa + bbbb⎞²",
      "  + ⎜  + cccc   ⎟",
      "    ⎝  + dddd   ⎠",
    ]);
  });

  test("cases: a value beside its condition, or else above it", () => {
    expect(display("f=\\begin{cases}aaaa+bbbb+cccc&x>0\\\\0&x=0\\end{cases}", 24)).toEqual([
      "    ⎧aaaa + bbbb   x > 0",
      "f = ⎨  + cccc",
      "    ⎪",
      "    ⎩0             x = 0",
    ]);
    expect(
      display(
        "f=\\begin{cases}aaaa+bbbb&\\text{if }x>0\\text{ or }y>0\\\\0&\\text{otherwise}\\end{cases}",
        24,
      ),
    ).toEqual(["    ⎧aaaa + bbbb", "    ⎪  if x > 0 or y > 0", "f = ⎨", "    ⎪0", "    ⎩  otherwise"]);
  });
});

describe("what can't be broken is cut", () => {
  test("cases on a line of their own, where words would be broken between letters", () => {
    const rows = display(
      "P(A\\mid B)=\\begin{cases}a+b&\\text{if nearly always so}\\\\0&\\text{otherwise}\\end{cases}",
      20,
    );
    expect(rows[0]).toBe("P(A | B)");
    expect(rows.join(" ")).toMatch(/nearly .*always .*otherwise/);
  });

  test("a matrix between its brackets, the rest of the formula whole", () => {
    const { rows, isCut } = displayFormula(
      parsed("A=\\begin{pmatrix}aaaa&bbbb&cccc\\\\1&2&3\\end{pmatrix}+B"),
      17,
    )!;
    expect(rows).toEqual(["A = ⎛aaaa  …⎞ + B", "    ⎝ 1    …⎠"].map((row) => row));
    expect(isCut).toBe(true);
  });

  test("and where not even one column fits, its cells are", () => {
    expect(display("\\begin{matrix}aaaaaaaaaa&b\\\\c&d\\end{matrix}", 8)).toEqual(["aaaa…  …", "  c    …"]);
  });

  test("but not the rows of a single column, such as an equation, which are broken", () => {
    const sum = "aaaa + bbbb + cccc";
    expect(display(`\\begin{equation}${sum}\\end{equation}`, 14)).toEqual(["aaaa + bbbb", "  + cccc"]);
    expect(display(`\\begin{array}{l}${sum}\\\\\\hline d\\end{array}`, 14)).toEqual([
      "aaaa + bbbb",
      "  + cccc",
      "───────────",
      "d",
    ]);
  });
});

test("the axis of two cases lies between them", () => {
  expect(display("f=\\begin{cases}a&x>0\\\\b&x=0\\end{cases}")).toEqual([
    "    ⎧a   x > 0",
    "f = ⎨",
    "    ⎩b   x = 0",
  ]);
  expect(display("\\left\\{\\begin{array}{l}a\\\\b\\end{array}\\right.")).toEqual(["⎧a", "⎨", "⎩b"]);
});
