/**
 * What is hidden of a formula before the parser is loaded.
 */
import { expect, test } from "vitest";
import { parseDocument } from "../../../src/document/parse.ts";
import { layoutDocument } from "../../../src/layout/layout.ts";
import { lineText } from "../../../src/layout/line.ts";
import { withoutDefinitions } from "../../../src/layout/math/definitions.ts";

test.each([
  ["\\newcommand{\\R}{\\mathbb{R}}", ""],
  ["\\newcommand\\a[2][x]{\\frac{#1}{#2}} % a fraction", ""],
  ["\\gdef\\R{\\mathbb{R}}\n\\def\\f#1#2{#1_{#2}}", ""],
  ["\\newcommand{\\R}{\n  \\mathbb{R}\n}", ""],
  ["\\let\\a=\\b", ""],
  ["\\newcommand{\\R}{\\mathbb{R}}\nx \\in \\R", "x \\in \\R"],
  ["\\newcommand{\\R}{\\mathbb{R}} x \\in \\R", "\\newcommand{\\R}{\\mathbb{R}} x \\in \\R"],
  ["x \\le y", "x \\le y"],
  ["\\left(x\\right)", "\\left(x\\right)"],
])("of %j, %j is shown", (tex, shown) => {
  expect(withoutDefinitions(tex)).toBe(shown);
});

test("a page without a parser shows no definitions", () => {
  const document = parseDocument("$$\n\\gdef\\R{\\mathbb{R}}\n$$\n\nOf $\\def\\a{b}$it, $x$.\n");
  const lines = layoutDocument(document, { width: 40, notes: "inline", marks: "superscript" });
  expect(lines.map(lineText).join("\n").trim()).toBe("Of it, $x$.");
});
