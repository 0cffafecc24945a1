/**
 * Content MathML as formulas on one line; the meanings are those of MathML 3, chapter 4.
 */
import { expect, test } from "vitest";
import { parseDocument } from "../../src/document/parse.ts";
import { inlinesOf } from "../../src/document/walk.ts";
import { inline } from "../support/formula.ts";

function shown(content: string): string[] {
  const { blocks } = parseDocument(`A <math>${content}</math> b.`);
  return Array.from(inlinesOf(blocks)).flatMap((one) => (one.type === "inlineMath" ? [inline(one.tex)] : []));
}

const [x, y, one, two] = ["<ci>x</ci>", "<ci>y</ci>", "<cn>1</cn>", "<cn>2</cn>"];
const of = (operator: string, ...operands: readonly string[]): string =>
  `<apply><${operator}/>${operands.join("")}</apply>`;
const under = (name: string, content: string): string => `<${name}>${content}</${name}>`;

test.each([
  [of("plus", x, y, one), "x + y + 1"],
  [of("minus", x, of("minus", y, one)), "x − (y − 1)"],
  [of("minus", x), "−x"],
  [of("times", two, of("plus", x, one)), "2(x + 1)"],
  [of("times", two, two), "2 · 2"],
  [of("eq", y, of("power", of("plus", x, one), two)), "y = (x + 1)²"],
  [of("divide", one, "<pi/>"), "1/π"],
  ['<cn type="rational">1<sep/>2</cn>', "½"],
  [of("root", under("degree", "<cn>3</cn>"), x), "∛x"],
  [of("sin", x), "sin x"],
  [of("sin", of("plus", x, one)), "sin(x + 1)"],
  ["<apply><ci>f</ci><ci>x</ci><ci>y</ci></apply>", "f(x, y)"],
  [of("abs", x), "|x|"],
  [of("factorial", x), "x!"],
  [of("in", x, "<reals/>"), "x ∈ ℝ"],
  [of("and", of("lt", x, one), of("not", y)), "x < 1 ∧ ¬y"],
  [of("forall", under("bvar", x), of("geq", x, one)), "∀x : x ≥ 1"],
  [
    of(
      "sum",
      under("bvar", "<ci>i</ci>"),
      under("lowlimit", one),
      under("uplimit", "<ci>n</ci>"),
      "<ci>i</ci>",
    ),
    "∑ᵢ₌₁ⁿ i",
  ],
  ["<set><cn>1</cn><cn>2</cn></set>", "{1, 2}"],
  ['<interval closure="closed-open"><cn>1</cn><cn>2</cn></interval>', "[1, 2)"],
])("%s is %s", (content, expected) => expect(shown(content)).toEqual([expected]));

test("elements of these names outside of a formula are components", () => {
  const { blocks } = parseDocument("A <list>word</list> and <set>two</set>.");
  expect(blocks[0]?.type === "paragraph" && blocks[0].children).toEqual([
    { type: "text", text: "A word and two." },
  ]);
});
