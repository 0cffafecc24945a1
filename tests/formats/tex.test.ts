import { describe, expect, test } from "vitest";
import { mathMlWriter, texParser } from "../../src/formats/tex/tex.ts";
import { isProblem, type TexProblem } from "../../src/layout/math/parser.ts";
import { ownMacros } from "../../src/formats/tex/macros.ts";
import { beyond } from "../../src/text/bounds.ts";
import { inlineText } from "../../src/layout/math/inline.ts";

function problem(tex: string): TexProblem | undefined {
  const parsed = texParser()(tex, true);
  return isProblem(parsed) ? parsed : undefined;
}

/** The formulas of an essay, one after the other. */
function essay(...formulas: string[]): string[] {
  const parse = texParser();
  return formulas.map((tex) => {
    const parsed = parse(tex, true);
    return isProblem(parsed) ? parsed.message : inlineText(parsed);
  });
}

describe("what can't be parsed", () => {
  test.each([
    ["x + \\nonsense", "Undefined control sequence: \\nonsense", 4],
    ["\\frac{a}", "Unexpected end of input in a macro argument, expected '}'", 8],
    ["x^2^3", "Double superscript", 3],
  ])("%s is named, with its place", (tex, message, offset) => {
    expect(problem(tex)).toEqual({ message, offset });
  });

  test("a comment in a paragraph would hide what follows it", () => {
    const parse = texParser();
    expect(parse("50\\% + 10% + y", false)).toEqual({
      message: "a % without a backslash hides the rest of the formula",
      offset: 9,
    });
    expect(isProblem(parse("x % y\n+ 1", false))).toBe(false);
    expect(isProblem(parse("x % y", true))).toBe(false);
    expect(mathMlWriter()("50%", false)).toBeUndefined();
  });

  test.each([
    "{",
    "}",
    "\\",
    "&",
    "#",
    "\\begin{x}",
    "\\left(",
    "$",
    "\\frac",
    "^",
    "\\tag{1}\\tag{2}",
    "\\char",
    "\u0301",
  ])("%j throws nothing", (tex) => {
    const found = problem(tex);
    expect(found?.message).toMatch(/./);
    expect(found?.message).not.toMatch(/KaTeX|EOF/);
  });
});

describe("bounds", () => {
  test("of length and depth", () => {
    expect(problem("x".repeat(20_001))).toEqual({
      message: beyond("formula"),
      offset: 20_000,
      isBeyond: true,
    });
    expect(problem("x".repeat(20_000))).toBeUndefined();
    expect(problem("{".repeat(201) + "}".repeat(201))?.message).toBe(beyond("formulaDepth"));
    expect(problem("{".repeat(200) + "}".repeat(200))).toBeUndefined();
    expect(problem("\\{".repeat(300))).toBeUndefined();
    expect(problem("\\leftarrow".repeat(300))).toBeUndefined();
    expect(problem("\\rightarrow{".repeat(201) + "}".repeat(201))?.message).toBe(beyond("formulaDepth"));
  });

  test.each([
    ["for ever", "\\def\\a{\\a}\\a"],
    ["to something twice as long each time", "\\def\\a#1{\\a{#1#1}}\\a{xx}"],
    ["to copies of a long argument", `\\def\\a#1{${"#1".repeat(5000)}}\\a{${"x".repeat(9000)}}`],
    ["deeper and deeper", "\\def\\a{\\frac{\\a}{2}}\\a"],
  ])("of macros that expand %s", (_, tex) => {
    expect(problem(tex)?.message).toMatch(/^(?:macros that expand without end|a formula that is too large)$/);
  });

  test("leave room for many commands", () => {
    expect(problem("a\\ne b\\quad\\dots,".repeat(700))).toBeUndefined();
  });
});

test("a formula whose macros make too much leaves the others what they need", () => {
  const bomb = "\\gdef\\a#1{#1#1#1#1#1#1#1#1#1#1}\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}";
  expect(essay(bomb, `${bomb}y`, "a\\neq b, \\dots")).toEqual([
    "macros that expand without end",
    "macros that expand without end",
    "a ≠ b, …",
  ]);
});

describe("what stands in a link or has a style is shown", () => {
  test.each([
    ["\\htmlClass{k}{a+b}", "a + b"],
    ["\\htmlId{a}{x+y}", "x + y"],
    ["\\htmlStyle{color:red}{b}", "b"],
    ["\\htmlData{foo=a}{c}", "c"],
    ["\\href{javascript:alert(1)}{\\text{click }x}", "click x"],
    ["\\href{java script:alert(1)}{x}", "x"],
    ["\\url{ftp://x}", "ftp://x"],
  ])("%s", (tex, shown) => {
    expect(essay(tex)).toEqual([shown]);
  });
});

describe("macros", () => {
  test("of one formula are known to those after it, and to no other essay", () => {
    expect(essay("\\newcommand{\\foo}[1]{[#1]}", "\\foo{x}")).toEqual(["", "[x]"]);
    expect(essay("\\gdef\\foo{y} \\foo", "\\foo")).toEqual(["y", "y"]);
    expect(essay("\\foo")).toEqual(["Undefined control sequence: \\foo"]);
  });

  test("may be defined again, and where the parser has them already", () => {
    expect(
      essay(
        "\\newcommand\\R{\\mathbb{R}} \\R",
        "\\renewcommand{\\nope}{z} \\nope",
        "\\newcommand{\\R}{r} \\R",
      ),
    ).toEqual(["ℝ", "z", "r"]);
  });

  test("have a first argument that may be left out", () => {
    const norm = "\\newcommand{\\norm}[2][2]{|#2|_{#1}}";
    expect(essay(norm, "\\norm{x}", "\\norm[p]{x}", "\\norm [{]}] {x}", "\\norm{\\norm[1]{x}}")).toEqual([
      "",
      "|x|₂",
      "|x|ₚ",
      "|x|_]",
      "||x|₁|₂",
    ]);
    expect(essay("\\providecommand{\\foo}[1][z]{(#1)} \\foo \\foo[y]", "\\foo")).toEqual(["(z)(y)", "(z)"]);
    expect(essay("\\providecommand{\\R}[1][z]{#1} \\R")).toEqual(["ℝ"]);
  });

  test("that can't be defined are left as they are written, where they are used too", () => {
    const wrong = ["[2", "[x]{#1}", "[12]{#1}", "[0][x]{y}", "[1][{x]{#1}"];
    for (const rest of wrong)
      expect(essay(`\\newcommand{\\foo}${rest}`, "\\foo{x}")[1]).toBe("Undefined control sequence: \\foo");
  });

  test("with a default still expand within bounds", () => {
    expect(problem("\\newcommand\\a[1][x]{\\a[#1#1]}\\a")?.message).toMatch(/without end|too large/);
  });

  test("of operators", () => {
    expect(
      essay("\\DeclareMathOperator{\\rk}{rk} \\rk A", "\\DeclareMathOperator*{\\am}{arg\\,min} \\am_x f"),
    ).toEqual(["rk A", "arg minₓ f"]);
  });

  test("refer to tags by their labels", () => {
    expect(
      essay(
        "x=1 \\tag{3}\\label{one}",
        "\\begin{align}x&=1\\tag{4}\\label{two}\\end{align}",
        "\\eqref{one}, \\ref{two}, \\eqref{two_b}",
      ),
    ).toEqual(["x = 1 (3)", "x = 1  (4)", "(3), 4, (two b)"]);
  });

  test("write nothing to the terminal", () => {
    expect(essay("\\message{x}\\errmessage{y}\\show\\x z")).toEqual(["z"]);
  });
});

describe("MathML", () => {
  test("is one element, with the formula as its annotation", () => {
    const html = mathMlWriter()("x^2", false);
    expect(html).toMatch(/^<math [^>]*><semantics><mrow><msup><mi>x<\/mi><mn>2<\/mn><\/msup>/);
    expect(html).toContain('<annotation encoding="application/x-tex">x^2</annotation>');
    expect(html).toMatch(/<\/math>$/);
  });

  test("of a display says so, and is escaped", () => {
    expect(mathMlWriter()("a<b", true)).toMatch(/^<math [^>]*display="block"/);
    expect(mathMlWriter()("\\text{<script>}", false)).not.toContain("<script>");
  });

  test.each([
    "\\href{https://a.b/}{x}",
    "\\href{/b?c:d}{x}",
    "\\href{javascript:alert(1)}{x}",
    "\\href{data:text/html,x}{x}",
    "\\href{JAVA\tSCRIPT:alert(1)}{x}",
    "\\htmlStyle{background:url(//a.b)}{x}",
    "\\htmlData{onclick=x}{x}",
    "\\htmlId{x}{x}",
    "\\htmlClass{x}{x}",
  ])("%s leads nowhere and styles nothing", (tex) => {
    const html = mathMlWriter()(tex, false)!.replace(/<annotation[^]*<\/annotation>/, "");
    expect(html).toContain("<mi>x</mi>");
    expect(html.replace("http://www.w3.org/1998/Math/MathML", "")).not.toMatch(
      /href|style|data|id=|class|script/i,
    );
  });
  test("of what can't be parsed is none", () => {
    expect(mathMlWriter()("\\frac{", false)).toBeUndefined();
  });

  test("knows the macros that are given", () => {
    const macros = ownMacros();
    mathMlWriter(macros)("\\gdef\\foo{y}", false);
    expect(mathMlWriter(macros)("\\foo", false)).toContain("<mi>y</mi>");
  });
});
