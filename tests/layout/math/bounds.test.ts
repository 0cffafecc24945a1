/**
 * What is too large to be set is shown as its source, with a word; what a person writes is not near it.
 */
import { describe, expect, test } from "vitest";
import { openEssay } from "../../../src/document/open-essay.ts";
import { texOf } from "../../../src/formats/mathematics.ts";
import { layoutDocument } from "../../../src/layout/layout.ts";
import { displayFormula } from "../../../src/layout/math/display.ts";
import { inlineFormula } from "../../../src/layout/math/inline.ts";
import { ifSettable } from "../../../src/layout/math/work.ts";
import { parsed } from "../../support/formula.ts";

const nested = (depth: number): string => "\\frac{1}{1+".repeat(depth) + "x" + "}".repeat(depth);
const matrix = (rows: number, columns: number): string =>
  `\\begin{pmatrix}${Array.from({ length: rows }, () => Array.from({ length: columns }, () => "a_{ij}").join("&")).join("\\\\")}\\end{pmatrix}`;

describe("is set", () => {
  test.each([
    ["a fraction of 20 levels", nested(20)],
    ["a matrix of 40 rows and 40 columns", matrix(40, 40)],
    ["400 rows", `\\begin{align}${"a &= b + c \\\\".repeat(400)}\\end{align}`],
    ["a sum of 2,000 terms", `${"x+".repeat(2_000)}x`],
  ])("%s", (_, tex) => {
    expect(displayFormula(parsed(tex), 72)).toBeDefined();
    expect(inlineFormula(parsed(tex))).toBeDefined();
  });
});

describe("is not set", () => {
  test.each([
    ["a fraction of 150 levels", nested(150)],
    [
      "a wide row, and many others",
      `\\begin{matrix}${"x".repeat(9_000)}\\\\${"1\\\\".repeat(3_000)}\\end{matrix}`,
    ],
    [
      "a row of many columns, and many rows",
      `\\begin{matrix}${"1&".repeat(900)}\\\\${"1\\\\".repeat(900)}\\end{matrix}`,
    ],
    [
      "rules between columns, and many rows",
      `\\begin{array}{${"|".repeat(9_000)}c}${"x\\\\".repeat(3_000)}\\end{array}`,
    ],
    ["something high, and a long sum", `${nested(90)}${"+x".repeat(9_000)}`],
  ])("%s", (_, tex) => {
    expect(displayFormula(parsed(tex), 72)).toBeUndefined();
  });
});

test("what fails in any other way is not set either, and its essay is shown", () => {
  const failing = (): never => {
    throw new TypeError("a box without rows");
  };
  expect(ifSettable(failing)).toBeUndefined();
});

function page(text: string): string[] {
  const { document } = openEssay({ text, problems: [] }, "a.md", "/a.md");
  const options = {
    width: 40,
    notes: "inline",
    marks: "superscript",
    wrap: "even",
    tools: { tex: texOf },
  } as const;
  return layoutDocument(document, options, {}).map(({ spans }) => spans.map((own) => own.text).join(""));
}

test("its source is shown, and that it is too large", () => {
  const lines = page(`Before.\n\n$$${nested(150)}$$\n\nAfter $x^2$.\n`);
  expect(lines.slice(0, 2)).toEqual(["Before.", ""]);
  expect(lines[2]).toMatch(/^\\frac\{1\}\{1\+\\frac/);
  expect(lines.slice(-3)).toEqual(["(can't be set)", "", "After x²."]);
  const inLine = page(`A $x${"^{x".repeat(201)}${"}".repeat(201)}$ b.`);
  expect(inLine.join(" ")).toMatch(/\$ \(can't be set\) b\.$/);
  expect(page("A $\\nope$ b.")).toEqual(["A $\\nope$ b."]);
});

test("a diagram is shown as its source, under a sign", () => {
  expect(page("\\begin{tikzcd}\nA \\arrow[r] & B\n\\end{tikzcd}\n")).toEqual([
    "‹tikzcd›",
    "\\begin{tikzcd}",
    "A \\arrow[r] & B",
    "\\end{tikzcd}",
  ]);
});

test("what the parser refuses in a paragraph is shown as it was written, delimiters included", () => {
  const written = "A $$\\nope{x}$$ and \\(\\nope\\) and $\\nope$.";
  expect(page(written).join(" ")).toBe(written);
});
