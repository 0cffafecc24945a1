import { describe, expect, test } from "vitest";
import { displayFormula } from "../../../src/layout/math/display.ts";
import { display, parsed } from "../../support/formula.ts";

describe("fractions and roots", () => {
  test("stand on their bars", () => {
    expect(display("y = \\frac{a+b}{c} + \\frac12 x")).toEqual([
      "    a + b   1",
      "y = ───── + ─ x",
      "      c     2",
    ]);
  });

  test("within each other have bars of different lengths", () => {
    expect(display("\\frac{1}{1+\\frac{1}{x}}")).toEqual(["   1", "───────", "     1", " 1 + ─", "     x"]);
  });

  test("of a sign have no blank after it", () => {
    expect(display("-\\frac ab")).toEqual([" a", "−─", " b"]);
  });

  test("are on one row in scripts", () => {
    expect(display("e^{\\frac{a}{b}}")).toEqual([" a/b", "e"]);
  });

  test("roots reach over what they are of", () => {
    expect(display("\\sqrt{b^2-4ac}")).toEqual([" ┌─────────", "√│ b² − 4ac"]);
    expect(display("\\sqrt[3]{\\frac ab}")).toEqual([" ┌──", " │ a", " │ ─", "∛│ b"]);
    expect(display("\\sqrt x")).toEqual(["√x"]);
  });

  test("binomials stand in brackets", () => {
    expect(display("\\binom nk")).toEqual(["⎛n⎞", "⎝k⎠"]);
  });
});

describe("accents over what is high and narrow", () => {
  const HIGH = "{\\frac{a}{b}}";
  test.each([
    ["\\overline", ["▁", "a", "─", "b"]],
    ["\\underline", ["a", "─", "b", "▔"]],
    ["\\hat", ["^", "a", "─", "b"]],
    ["\\vec", ["→", "a", "─", "b"]],
    ["\\tilde", ["~", "a", "─", "b"]],
    ["\\dot", ["˙", "a", "─", "b"]],
    ["\\overleftrightarrow", ["↔", "a", "─", "b"]],
    ["\\underrightarrow", ["a", "─", "b", "→"]],
    ["\\overbrace", [" ╭┴╮", "  a", "  ─", "  b"].map((row) => row.slice(1))],
  ])("are drawn: %s", (accent, rows) => {
    expect(display(accent + HIGH)).toEqual(rows);
  });

  test("and those that are put on letters elsewhere stand in the middle", () => {
    expect(display("\\ddot{\\frac{a+b}{c}}")).toEqual(["  ¨", "a + b", "─────", "  c"]);
  });
});

describe("scripts", () => {
  test("are small characters where Unicode has them", () => {
    expect(display("x_i^2+a_{n+1}")).toEqual(["xᵢ² + aₙ₊₁"]);
  });

  test("are rows of their own where it has not", () => {
    expect(display("x_q^{\\pi}+1")).toEqual([" π", "x  + 1", " q"]);
  });

  test("stand at the corners of what is high", () => {
    expect(display("\\left(\\frac ab\\right)^2_i")).toEqual(["⎛a⎞²", "⎜─⎟", "⎝b⎠ᵢ"]);
    expect(display("\\left.\\frac{df}{dx}\\right|_{x=0}")).toEqual(["df│", "──│", "dx│ₓ₌₀"]);
  });
});

describe("operators", () => {
  test("have limits over and under them", () => {
    expect(display("\\sum_{i=1}^n x_i")).toEqual([" n", " ∑  xᵢ", "i=1"]);
    expect(display("\\lim_{x\\to 0} f(x)")).toEqual(["lim f(x)", "x→0"]);
    expect(display("\\max_{\\substack{a\\\\b=c}} x")).toEqual(["max x", " a", "b=c"]);
  });

  test("integrals are drawn with theirs", () => {
    expect(display("\\int_0^\\infty x\\,dx")).toEqual(["⌠∞", "⎮  x dx", "⌡0"]);
    expect(display("\\int x\\,dx")).toEqual(["∫ x dx"]);
    expect(display("\\int\\frac ab\\,dx=\\int c")).toEqual(["⌠ a", "⎮ ─ dx = ∫ c", "⌡ b"]);
  });

  test("have them beside in fractions", () => {
    expect(display("\\frac{\\sum_{i=1}^n x_i}{n}")).toEqual(["∑ᵢ₌₁ⁿ xᵢ", "────────", "   n"]);
  });

  test("have them over and under even in fractions, where they are no small characters", () => {
    expect(display("\\frac{\\sum_{t=1}^\\infty t}{n}")).toEqual([" ∞", " ∑  t", "t=1", "─────", "  n"]);
  });

  test("relations have what is set over them", () => {
    expect(display("x \\overset{!}{=} y")).toEqual(["  !", "x = y"]);
  });
});

describe("brackets", () => {
  test("are as high as what they enclose", () => {
    expect(display("\\left\\{\\frac ab\\right]")).toEqual(["⎧a⎤", "⎨─⎥", "⎩b⎦"]);
    expect(display("\\left\\langle\\frac ab\\right\\rangle")).toEqual([" ╱a╲", "⟨ ─ ⟩", " ╲b╱"]);
    expect(display("\\Bigl(\\frac ab\\Bigr)^2")).toEqual(["⎛a⎞²", "⎜─⎟", "⎝b⎠"]);
    expect(display("\\left(\\frac ab\\middle|c\\right)")).toEqual(["⎛a │  ⎞", "⎜─ │ c⎟", "⎝b │  ⎠"]);
  });

  test("are as high as a fraction or a sum without a command, too", () => {
    expect(display("f(\\frac ab)^2")).toEqual([" ⎛a⎞²", "f⎜─⎟", " ⎝b⎠"]);
    expect(display("[0,\\frac12)")).toEqual(["⎡   1⎞", "⎢0, ─⎟", "⎣   2⎠"]);
    expect(display("(x_q^\\pi)")).toEqual(["  π", "(x )", "  q"]);
    expect(display("(x_q)+(y^\\pi)")).toEqual(["         π", "(x ) + (y )", "  q"]);
  });

  test("are small around what is", () => {
    expect(display("\\left(x\\right)")).toEqual(["(x)"]);
  });
});

describe("arrays", () => {
  test("matrices", () => {
    expect(display("A=\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}")).toEqual(["A = ⎛1  2⎞", "    ⎝3  4⎠"]);
  });

  test("cases", () => {
    expect(display("f=\\begin{cases}x&\\text{if }x>0\\\\0&x=0\\\\-x&\\text{else}\\end{cases}")).toEqual([
      "    ⎧x    if x > 0",
      "f = ⎨0    x = 0",
      "    ⎩−x   else",
    ]);
  });

  test("aligned rows, those that are high parted by a blank one", () => {
    expect(display("\\begin{aligned}f(x)&=a\\\\&=\\frac bc\\end{aligned}")).toEqual([
      "f(x) = a",
      "",
      "       b",
      "     = ─",
      "       c",
    ]);
  });

  test("tables with rules", () => {
    expect(display("\\begin{array}{|l|r|}\\hline aa&b\\\\\\hline c&dd\\\\\\hline\\end{array}")).toEqual([
      "┌────┬────┐",
      "│ aa │  b │",
      "├────┼────┤",
      "│ c  │ dd │",
      "└────┴────┘",
    ]);
  });

  test("commutative diagrams", () => {
    expect(display("\\begin{CD}A@>f>>B\\\\@VgVV@VVhV\\\\C@>>k>D\\end{CD}")).toEqual([
      "       f",
      " A   ────→   B",
      " │           │",
      "g│           │h",
      " ↓           ↓",
      " C   ────→   D",
      "       k",
    ]);
  });
});

describe("marks and arrows", () => {
  test("lines over and braces under, with labels", () => {
    expect(display("\\overline{abc}")).toEqual(["▁▁▁", "abc"]);
    expect(display("\\underbrace{a+b+c}_{n}")).toEqual(["a + b + c", "╰───┬───╯", "    n"]);
    expect(display("\\overbrace{a+b}^{n}+c")).toEqual(["  n", "╭─┴─╮", "a + b + c"]);
  });

  test("frames", () => {
    expect(display("\\boxed{x=1}")).toEqual(["┌───────┐", "│ x = 1 │", "└───────┘"]);
  });

  test("arrows as long as their labels", () => {
    expect(display("A\\xrightarrow[g]{f+h}B")).toEqual(["   f+h", "A ────→ B", "    g"]);
  });
});

describe("tags", () => {
  test("stand at the right edge, the formula in the middle", () => {
    expect(display("x=1\\tag{3}", 21)).toEqual(["        x = 1     (3)"]);
  });

  test("of rows beside each of them", () => {
    expect(display("\\begin{align}x&=1\\tag{a}\\\\y&=2\\tag{b}\\end{align}", 17)).toEqual([
      "      x = 1   (a)",
      "      y = 2   (b)",
    ]);
  });

  test("follow on a row of their own where there is no room", () => {
    expect(display("x=123456\\tag{3}", 11)).toEqual(["x = 123456", "        (3)"]);
  });

  test("never part the rows of what is high", () => {
    expect(display("x=\\frac{a+b}{12345}\\tag{3}", 11)).toEqual([
      "    a + b",
      "x = ─────",
      "    12345",
      "        (3)",
    ]);
    expect(display("\\begin{pmatrix}1&2\\\\3&4\\\\5&6666666\\end{pmatrix}\\tag{3}", 10)).toEqual([
      "⎛1  …⎞",
      "⎜3  …⎟",
      "⎝5  …⎠",
      "       (3)",
    ]);
    expect(display("\\begin{align}x&=\\frac{a+b}{1234}\\tag{1}\\\\y&=2\\tag{2}\\end{align}", 10)).toEqual([
      "    a + b",
      "x = ─────",
      "    1234",
      "       (1)",
      "",
      "y = 2  (2)",
    ]);
    expect(display("xx=\\frac{a+b}{12}=\\frac{a+b}{13}\\tag{3}", 14)).toEqual([
      "     a + b",
      "xx = ─────",
      "      12",
      "",
      "     a + b",
      "   = ─────",
      "      13   (3)",
    ]);
  });

  test("follow the formula where there is no edge", () => {
    expect(display("x=1\\tag{3}", Infinity)).toEqual(["x = 1    (3)"]);
  });
});

describe("what is too wide", () => {
  const CUBE = "(a+b)^3=(a+b)(a+b)^2=a^3+3a^2b+3ab^2+b^3";

  test("is broken before relations, under the first one", () => {
    expect(display(CUBE, 36)).toEqual(["(a + b)³ = (a + b)(a + b)²", "         = a³ + 3a²b + 3ab² + b³"]);
  });

  test("and before operators where a line is still too wide", () => {
    expect(display(CUBE, 30)).toEqual([
      "(a + b)³ = (a + b)(a + b)²",
      "         = a³ + 3a²b + 3ab²",
      "           + b³",
    ]);
  });

  test("lines of which one is high are parted by a blank row", () => {
    expect(display("aaaaaaaa=bbbbbbbb=\\frac{cccccccc}{d}", 20)).toEqual([
      "aaaaaaaa = bbbbbbbb",
      "",
      "           cccccccc",
      "         = ────────",
      "              d",
    ]);
  });

  test("has its left side alone only where nothing fits beside it", () => {
    expect(display("f(x)=aaaa+bbbb+cccc+dddd", 20)).toEqual(["f(x) = aaaa + bbbb", "       + cccc + dddd"]);
    expect(display("f(x)=aaaaaaaaaaaaaaaa=b", 20)).toEqual(["f(x)", "  = aaaaaaaaaaaaaaaa", "  = b"]);
  });

  test("continues after the relation, however wide that is", () => {
    expect(display("f(x)\\overset{\\text{def}}{=}aaaa+bbbb+cccc+dddd", 24)).toEqual([
      "     def",
      "f(x)  =  aaaa + bbbb",
      "         + cccc + dddd",
    ]);
  });

  test("has all relations under each other, further to the left where terms are wide", () => {
    expect(display("aaaaaaa=bb+cc=bbbbbbbbbbbbbb", 20)).toEqual(["aaaaaaa = bb + cc", "  = bbbbbbbbbbbbbb"]);
  });

  test("ends a line at the wide blank between two formulas", () => {
    expect(display("aaaa=bbbb,\\quad cccc=dddd", 20)).toEqual(["aaaa = bbbb,", "cccc = dddd"]);
  });

  test("without a relation is indented", () => {
    expect(display("aaaa+bbbb+cccc+dddd", 20)).toEqual(["aaaa + bbbb + cccc", "  + dddd"]);
  });

  test("in aligned rows is broken in each of them, relations under each other, and each formula by itself", () => {
    expect(display("\\begin{align}f&=a\\\\&=bbbbb+ccccc+ddddd&e&=1\\end{align}", 24)).toEqual([
      "f = a",
      "  = bbbbb + ccccc",
      "    + ddddd",
      "",
      "e = 1",
    ]);
  });

  test("has the limits of names with a star under them", () => {
    expect(display("\\limsup_{n\\to\\infty} a_n")).toEqual(["lim sup aₙ", "  n→∞"]);
    expect(display("\\operatorname*{arg\\,max}_{x\\in X} f")).toEqual(["arg max f", "  x∈X"]);
  });

  test("is else cut, which is said", () => {
    const matrix = parsed("\\begin{pmatrix}aaa&bbb&ccc\\\\1&2&3\\end{pmatrix}");
    const { rows, isCut, natural } = displayFormula(matrix, 8)!;
    expect(rows).toEqual(["⎛aaa  …⎞", "⎝ 1   …⎠"]);
    expect([isCut, natural]).toEqual([true, 15]);
  });

  test("fits into what it takes", () => {
    const { isCut, columns, natural } = displayFormula(parsed(CUBE), Infinity)!;
    expect([isCut, columns, natural]).toEqual([false, 50, 50]);
  });
});

test("lines that are parted by the author stay so", () => {
  expect(display("a\\\\b+c\\\\")).toEqual(["  a", "b + c"]);
});

describe("scripts of what is several rows high", () => {
  test.each([
    ["{\\frac ab}_d", ["⎛a⎞", "⎜─⎟", "⎝b⎠", "   d"]],
    ["\\frac ab^Q", ["   Q", "⎛a⎞", "⎜─⎟", "⎝b⎠"]],
    ["\\frac ab^2", ["⎛a⎞²", "⎜─⎟", "⎝b⎠"]],
    ["\\left(\\frac ab\\right)_d^q", ["   q", "⎛a⎞", "⎜─⎟", "⎝b⎠", "   d"]],
    ["\\left(\\frac ab\\right)^2", ["⎛a⎞²", "⎜─⎟", "⎝b⎠"]],
    ["\\{\\begin{matrix}a\\\\b\\end{matrix}", ["⎰a", "⎱b"]],
    ["\\int_0^1 f", ["⌠1", "⎮  f", "⌡0"]],
  ])("%s stand above and below it, small ones at a bracket", (tex, rows) => {
    expect(display(tex)).toEqual(rows);
  });
});

test("the point of a brace is level with the relation before it", () => {
  const rows = display("f = \\begin{cases} a & b \\\\ c & d \\\\ e & f \\\\ g & h\\end{cases}");
  expect(rows.find((row) => row.startsWith("f ="))).toContain("⎨");
});

test("limits keep their place under a root, and negative space does not join them to the next term", () => {
  expect(display("\\sqrt{\\sum_{i=1}^n x}")).toEqual([" ┌──────", " │  n", " │  ∑  x", "√│ i=1"]);
  expect(display("\\sum_{i=1}^n\\!\\frac ab")).toEqual([" n  a", " ∑  ─", "i=1 b"]);
});

test("scripts before a letter stand over each other", () => {
  expect(display("{}^{14}_6 C")).toEqual(["14", "  C", " 6"]);
});
